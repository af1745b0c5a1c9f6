// What somebody writes is kept on their own device until it is published, so that a lost connection or a closed page loses
// nothing. Forgotten after a week, when published, and at a press of the button that says so.

const WEEK = 7 * 24 * 60 * 60 * 1000;
const key = (form) => `charterhub draft ${form.dataset.draft}`;

function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(name));
    return kept && Date.now() - kept.at < WEEK ? kept.text : "";
  } catch {
    return "";
  }
}

function keep(name, text) {
  try {
    if (text.trim()) localStorage.setItem(name, JSON.stringify({ at: Date.now(), text }));
    else localStorage.removeItem(name);
  } catch {
    // A full or closed store: the form works as it does without script.
  }
}

function offerToForget(form, field, name) {
  const note = document.createElement("p");
  note.className = "hint draft-found";
  note.setAttribute("role", "status");
  note.textContent = `${form.dataset.draftFound} `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = form.dataset.draftForget;
  button.addEventListener("click", () => {
    localStorage.removeItem(name);
    field.value = "";
    note.remove();
    field.focus();
  });
  note.append(button);
  field.before(note);
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const name = key(form);
  const field = form.querySelector("textarea[name=body]");
  if (field) {
    const kept = read(name);
    if (kept && !field.value.trim()) {
      field.value = kept;
      offerToForget(form, field, name);
    }
    field.addEventListener("input", () => keep(name, field.value));
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === form.dataset.draftDone) sessionStorage.setItem("charterhub draft sent", name);
  });
}

const sent = sessionStorage.getItem("charterhub draft sent");
if (sent && !document.querySelector("form[data-draft]")) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem("charterhub draft sent");
}
