// The desk by keyboard, from the first clause to the last: a digit chooses at the point one is in (and goes on to the next
// point), N and P change the clause, S saves. Nothing happens while one types in a field.
const form = document.querySelector(".desk-form");
const typing = (element) => element.matches("textarea, select, input:not([type=radio])");

function choose(digit) {
  const points = [...form.querySelectorAll(".point")];
  const here = document.activeElement.closest(".point") || points[0];
  const radio = here && here.querySelector(`[data-key="${digit}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  const next = digit === "9" ? here.querySelector(".own input") : points[points.indexOf(here) + 1]?.querySelector("input");
  (next || document.querySelector("#template")).focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(document.activeElement)) return;
  const key = event.key.toLowerCase();
  if (key === "n" || key === "p") document.querySelector(`[rel=${key === "n" ? "next" : "prev"}]`)?.click();
  else if (key === "s" && form) form.requestSubmit();
  else if (form && /^\d$/.test(key)) choose(key);
  else return;
  event.preventDefault();
});

for (const own of document.querySelectorAll(".own input")) {
  own.addEventListener("input", () => { own.closest(".point").querySelector("[value=own]").checked = true; });
}
