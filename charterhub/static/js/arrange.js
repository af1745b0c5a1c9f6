// Drag a clause to its place, or move the chosen one with Alt and an arrow key: both send the page's own form.

const form = document.querySelector("form.arrangement");
const rows = [...form.querySelectorAll(".arrangement-row")];
const idOf = (row) => row.querySelector("input[name=clause]").value;
let dragged = null;

document.querySelectorAll("[data-with-script]").forEach((hint) => { hint.hidden = false; });

function send(fields) {
  for (const [name, value] of Object.entries(fields)) {
    if (form.elements[name]?.tagName === "SELECT") form.elements[name].value = value;
    else form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  form.submit();
}

form.addEventListener("keydown", (event) => {
  const rtl = getComputedStyle(form).direction === "rtl";
  const steps = { ArrowUp: "up", ArrowDown: "down", ArrowRight: rtl ? "out" : "in", ArrowLeft: rtl ? "in" : "out" };
  if (!event.altKey || !steps[event.key] || event.target.name !== "clause") return;
  event.preventDefault();
  event.target.checked = true;
  send({ step: steps[event.key] });
});

// The upper third of a row means before it, the lower third after it, the middle inside it.
function wanted(row, event) {
  const box = row.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  return part < 0.33 ? "before" : part > 0.67 ? "after" : "inside";
}

const clear = () => rows.forEach((row) => row.removeAttribute("data-drop"));

for (const row of rows) {
  row.draggable = true;
  row.addEventListener("dragstart", (event) => {
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", idOf(row));
  });
  row.addEventListener("dragover", (event) => {
    if (!dragged || dragged === row) return;
    event.preventDefault();
    clear();
    row.dataset.drop = wanted(row, event);
  });
  row.addEventListener("drop", (event) => {
    if (!dragged || dragged === row) return;
    event.preventDefault();
    dragged.querySelector("input[name=clause]").checked = true;
    send({ target: idOf(row), where: wanted(row, event) });
  });
  row.addEventListener("dragend", () => { dragged = null; clear(); });
}
form.querySelector("input[name=clause]:checked")?.focus({ preventScroll: false });
