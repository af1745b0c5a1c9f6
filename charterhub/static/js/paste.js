// Text pasted from a word processor keeps its headings, lists and emphasis: they travel beside the plain text that one sees.
// Whoever changes the plain text afterwards has it read as it then stands.

const box = document.querySelector("[data-rich]");
const rich = document.getElementById(box?.dataset.rich);

function say(words) {
  document.getElementById(box.dataset.said).textContent = words;
}

if (rich) {
  box.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") || "";
    const plain = event.clipboardData?.getData("text/plain") || "";
    if (!/<(h[1-6]|li|p|strong|b|em|i)[\s>]/i.test(html) || html.length > Number(box.dataset.longest)) return;
    event.preventDefault();
    rich.value = html;
    box.value = plain;
    say(box.dataset.kept);
  });
  box.addEventListener("input", () => {
    if (!rich.value) return;
    rich.value = "";
    say(box.dataset.dropped);
  });
}
