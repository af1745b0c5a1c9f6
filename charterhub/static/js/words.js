// Counts the words of a text area while one types, by the rule of charterhub/text/words.py. Without this script the limits
// stand beside the field and the server counts.

const SPACELESS = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]/gu, 2],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu, 4],
];
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PATIENCE = 700;

export function numberOfWords(text) {
  let total = 0;
  for (const [script, length] of SPACELESS) {
    const letters = (text.match(script) ?? []).filter((character) => LETTER_OR_DIGIT.test(character)).length;
    total += Math.ceil(letters / length);
    text = text.replace(script, " ");
  }
  return total + text.split(/\p{White_Space}+/u).filter((chunk) => LETTER_OR_DIGIT.test(chunk)).length;
}

function watch(area) {
  const count = document.getElementById(`${area.id}-count`);
  const spoken = document.getElementById(`${area.id}-spoken`);
  const [fewest, most] = [Number(area.dataset.fewest), Number(area.dataset.most)];
  let pause;
  const show = () => {
    const words = numberOfWords(area.value);
    count.textContent = count.dataset.sentence.replace("{words}", new Intl.NumberFormat(document.documentElement.lang).format(words));
    count.classList.toggle("error", words > most || (words > 0 && words < fewest));
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = count.textContent; }, PATIENCE);
  };
  area.addEventListener("input", show);
  count.hidden = false;
  show();
}

document.querySelectorAll("textarea[data-most]").forEach(watch);
