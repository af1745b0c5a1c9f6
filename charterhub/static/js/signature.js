// A signature drawn with a finger, a pen or the mouse: an SVG path of whole numbers in a field of 600 by 200, sent in a hidden
// field. Nobody needs it: a typed name is as good, and without this script the pad is not shown.

const [WIDTH, HEIGHT, LONGEST] = [600, 200, 20000];
const pad = document.getElementById("signature-pad");
const field = document.querySelector("input[name=drawing]");
const svg = pad.querySelector("svg");
const path = pad.querySelector("path");

const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));

function place(event) {
  const box = svg.getBoundingClientRect();
  return `${within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH)} ${within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT)}`;
}

function draw(letter, event) {
  const longer = `${field.value}${letter}${place(event)}`;
  if (longer.length > LONGEST) return;
  field.value = longer;
  path.setAttribute("d", longer);
}

svg.addEventListener("pointerdown", (event) => {
  svg.setPointerCapture(event.pointerId);
  draw("M", event);
});
svg.addEventListener("pointermove", (event) => {
  if (svg.hasPointerCapture(event.pointerId)) draw("L", event);
});
pad.querySelector("button").addEventListener("click", () => {
  field.value = "";
  path.setAttribute("d", "");
});
pad.hidden = false;
