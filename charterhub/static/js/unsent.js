// Keeps what is typed into a clause: on the server every few seconds, and in this browser when the server cannot be reached
// or the sign-in has expired. The server also learns that the clause is open here, and tells colleagues.

const REST = 4000;
const PULSE = 5 * 60 * 1000;

function watch(form) {
  const state = form.querySelector("[data-unsent-state]");
  const place = `unsent ${form.dataset.unsent}`;
  let timer = 0;
  let sent = true;

  async function keep(withWords) {
    const body = new FormData(form);
    if (!withWords) body.delete("wording");
    try {
      const answer = await fetch(form.dataset.unsent, { method: "POST", body, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      if (!withWords) return;
      localStorage.removeItem(place);
      state.textContent = form.dataset.kept;
    } catch {
      if (withWords) keepHere();
    }
  }

  function keepHere() {
    const typed = Object.fromEntries(["number", "heading", "wording"].map((name) => [name, form.elements[name].value]));
    localStorage.setItem(place, JSON.stringify(typed));
    state.textContent = form.dataset.notKept;
  }

  function offer() {
    const kept = JSON.parse(localStorage.getItem(place) || "null");
    if (!kept || kept.wording === form.elements.wording.value) return;
    const note = document.createElement("p");
    note.className = "notice";
    note.append(`${form.dataset.offer} `);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = form.dataset.take;
    button.addEventListener("click", () => {
      for (const [name, value] of Object.entries(kept)) form.elements[name].value = value;
      form.elements.wording.dispatchEvent(new CustomEvent("taken-up", { bubbles: true }));
      note.remove();
    });
    note.append(button);
    form.before(note);
  }

  form.addEventListener("input", () => {
    sent = false;
    clearTimeout(timer);
    timer = setTimeout(() => keep(true), REST);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sent = true;
    localStorage.removeItem(place);
  });
  addEventListener("pagehide", () => {
    if (!sent) navigator.sendBeacon(form.dataset.unsent, new FormData(form));
  });
  offer();
  keep(false);
  setInterval(() => keep(false), PULSE);
}

document.querySelectorAll("form[data-unsent]").forEach(watch);
