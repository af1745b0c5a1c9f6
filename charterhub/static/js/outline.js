// In the preview of an import: Split cuts the text at the cursor, and Ctrl+Enter does the same from the keyboard.

const form = document.querySelector("form[data-outline]");
const GAP = /\n\s*\n/;

function cut(area) {
  const { selectionStart: place, value } = area;
  if (GAP.test(value) || place === 0 || place === value.length) return;
  area.value = `${value.slice(0, place).trimEnd()}\n\n${value.slice(place).trimStart()}`;
}

form?.addEventListener("click", (event) => {
  const area = event.target.closest("button[data-split]")?.closest("fieldset").querySelector("textarea");
  if (area) cut(area);
});
form?.addEventListener("keydown", (event) => {
  const button = event.target.matches("textarea") && event.target.closest("fieldset").querySelector("button[data-split]");
  if (!button || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  cut(event.target);
  form.requestSubmit(button);
});
