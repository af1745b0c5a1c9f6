// What a secretary has chosen and written on a clause and not saved yet is kept on their own device, and is there again after a
// closed page or a lost connection; points that are no longer there are left out. Forgotten once saved, and after a week.
const WEEK = 7 * 24 * 60 * 60 * 1000;
const SENT = "charterhub desk sent";
const form = document.querySelector(".desk-form");
const key = form && `charterhub desk ${form.getAttribute("action")}`;
const refused = document.querySelector("[role=alert]");

const fields = () => [...form.elements].filter((each) => each.name && !each.matches("[type=hidden], button"));
const chosen = () => fields().filter((each) => each.type !== "radio" || each.checked).map((each) => [each.name, each.value]);

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), chosen: chosen() }));
  } catch {
    // A full or closed store: the form works as it does without script.
  }
}

function restore() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
  } catch {
    return;
  }
  if (!kept || Date.now() - kept.at > WEEK) return;
  for (const [name, value] of kept.chosen) {
    for (const each of fields().filter((field) => field.name === name)) {
      if (each.type === "radio") each.checked = each.checked || each.value === value;
      else each.value = value;
    }
  }
  const note = document.createElement("p");
  note.className = "hint";
  note.setAttribute("role", "status");
  note.textContent = `${form.dataset.found} `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = form.dataset.forget;
  button.addEventListener("click", () => {
    localStorage.removeItem(key);
    form.reset();
    note.remove();
  });
  note.append(button);
  form.prepend(note);
}

const sent = sessionStorage.getItem(SENT);
if (sent && (sent !== key || !refused)) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}
if (form) {
  if (!refused) restore();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => sessionStorage.setItem(SENT, key));
}
