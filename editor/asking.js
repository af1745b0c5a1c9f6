// The small questions of the editor: where a link leads, what a footnote says, and which clause is meant. Native dialogs, closed by Escape.

function dialog(title, field, words) {
  const frame = document.createElement("dialog");
  frame.className = "editor-question";
  const form = document.createElement("form");
  form.method = "dialog";
  const label = document.createElement("label");
  label.textContent = title;
  label.htmlFor = field.id;
  const buttons = document.createElement("p");
  buttons.className = "actions";
  for (const [value, text, quiet] of [["ok", words.ok, false], ["", words.cancel, true]]) {
    const button = document.createElement("button");
    button.value = value;
    button.textContent = text;
    if (quiet) {
      button.className = "quiet";
      button.formNoValidate = true;
    }
    buttons.append(button);
  }
  form.append(label, field, buttons);
  frame.append(form);
  document.body.append(frame);
  return frame;
}

function answer(frame, read) {
  return new Promise((resolve) => {
    frame.addEventListener("close", () => {
      const given = frame.returnValue === "ok" ? read() : null;
      frame.remove();
      resolve(given);
    });
    frame.showModal();
  });
}

export function askAddress(words) {
  const field = document.createElement("input");
  field.id = "editor-address";
  field.type = "url";
  field.required = true;
  field.pattern = "(https?://|mailto:).+";
  field.placeholder = "https://";
  field.dir = "ltr";
  return answer(dialog(words.address, field, words), () => field.value.trim());
}

export function askNote(words, lang) {
  const field = document.createElement("textarea");
  field.id = "editor-note";
  field.required = true;
  field.maxLength = 1000;
  field.rows = 3;
  field.lang = lang;
  return answer(dialog(words.note, field, words), () => field.value.replace(/\s+/g, " ").trim());
}

export function askClause(words, choices) {
  const field = document.createElement("select");
  field.id = "editor-clause";
  field.required = true;
  field.lang = choices.lang;
  field.append(choices.content.cloneNode(true));
  return answer(dialog(words.clause, field, words), () => ({ guid: field.value, words: field.selectedOptions[0].dataset.cited }));
}
