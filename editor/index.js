// Each text area that asks for it becomes an editor in place. The text area stays in the form and always holds the wording,
// so that saving, a refused form and a browser without script are one and the same.
import { baseKeymap, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { parse, serialize } from "./markdown.js";
import { cleaned } from "./paste.js";
import { schema } from "./schema.js";
import { toolbar } from "./toolbar.js";

const hardBreak = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView());
  return true;
};
const keys = {
  "Mod-b": toggleMark(schema.marks.strong),
  "Mod-i": toggleMark(schema.marks.em),
  "Mod-z": undo,
  "Shift-Mod-z": redo,
  "Mod-y": redo,
  "Shift-Enter": hardBreak,
  Enter: splitListItem(schema.nodes.list_item),
  "Shift-Tab": liftListItem(schema.nodes.list_item),
};

function edit(area) {
  const words = JSON.parse(area.dataset.editor);
  const tools = toolbar(words, document.querySelector("#clause-choices"));
  const label = document.querySelector(`label[for="${area.id}"]`);
  const place = document.createElement("div");
  place.className = "editor";
  area.after(place);
  place.append(tools.row);
  if (label) label.id ||= `${area.id}-label`;
  const attributes = { role: "textbox", "aria-multiline": "true", lang: area.lang, dir: area.dir || "auto", class: "editor-text wording" };
  if (label) attributes["aria-labelledby"] = label.id;
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: parse(area.value),
      plugins: [history(), keymap(keys), keymap(baseKeymap), new Plugin({ view: () => ({ update: tools.update }) })],
    }),
    attributes,
    transformPastedHTML: cleaned,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (!transaction.docChanged) return;
      area.value = serialize(view.state.doc);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  tools.update(view);
  area.hidden = true;
  area.parentElement.querySelectorAll("[data-without-editor]").forEach((hint) => hint.remove());
  area.addEventListener("taken-up", () => {
    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, parse(area.value).content));
  });
  label?.addEventListener("click", () => view.focus());
}

document.querySelectorAll("textarea[data-editor]").forEach(edit);
