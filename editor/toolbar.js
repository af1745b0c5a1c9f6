// The row of buttons: each a button with a name, pressed where it holds at the cursor; arrow keys move along the row.
import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { askAddress, askClause, askNote } from "./asking.js";
import { schema } from "./schema.js";

const { marks, nodes } = schema;

function holds(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

function inList(state, type) {
  const { $from } = state.selection;
  return [...Array($from.depth + 1).keys()].some((depth) => $from.node(depth).type === type);
}

const listed = (type) => (state, dispatch) => (inList(state, type) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch));

async function link(view, words) {
  if (holds(view.state, marks.link)) return toggleMark(marks.link)(view.state, view.dispatch);
  const href = await askAddress(words);
  if (href) put(view, marks.link.create({ href }), href);
  return view.focus();
}

// Selected words become a note; without any its words are asked for.
async function footnote(view, words) {
  if (holds(view.state, marks.footnote) || !view.state.selection.empty) return toggleMark(marks.footnote)(view.state, view.dispatch);
  const note = await askNote(words, view.dom.lang);
  if (note) put(view, marks.footnote.create(), note);
  return view.focus();
}

// A reference prints the number of its clause; a term keeps the words that are selected.
async function lead(view, words, choices, type) {
  if (holds(view.state, type)) return toggleMark(type)(view.state, view.dispatch);
  const chosen = await askClause(words, choices);
  if (chosen) put(view, type.create({ guid: chosen.guid }), chosen.words, type === marks.reference);
  return view.focus();
}

function put(view, mark, text, always = false) {
  const { from, to, empty } = view.state.selection;
  if (empty || always) view.dispatch(view.state.tr.replaceWith(from, to, schema.text(text, [mark])).scrollIntoView());
  else view.dispatch(view.state.tr.addMark(from, to, mark));
}

function controls(words, choices) {
  const toggle = (type) => ({ run: (view) => toggleMark(type)(view.state, view.dispatch), on: (state) => holds(state, type) });
  const list = (type) => ({ run: (view) => listed(type)(view.state, view.dispatch), on: (state) => inList(state, type) });
  return [
    { name: "strong", sign: "B", ...toggle(marks.strong) },
    { name: "em", sign: "I", ...toggle(marks.em) },
    { name: "bullets", sign: "•", ...list(nodes.bullet_list) },
    { name: "numbers", sign: "1.", ...list(nodes.ordered_list) },
    { name: "link", on: (state) => holds(state, marks.link), run: (view) => link(view, words) },
    { name: "footnote", on: (state) => holds(state, marks.footnote), run: (view) => footnote(view, words) },
    { name: "reference", on: (state) => holds(state, marks.reference), run: (view) => lead(view, words, choices, marks.reference) },
    { name: "term", on: (state) => holds(state, marks.term), run: (view) => lead(view, words, choices, marks.term) },
    { name: "definition", ...toggle(marks.definition) },
    { name: "undo", sign: "↶", run: (view) => undo(view.state, view.dispatch) },
    { name: "redo", sign: "↷", run: (view) => redo(view.state, view.dispatch) },
  ].filter((control) => choices || !["reference", "term"].includes(control.name));
}

export function toolbar(words, choices) {
  const row = document.createElement("div");
  row.className = "editor-tools";
  row.setAttribute("role", "toolbar");
  row.setAttribute("aria-label", words.tools);
  let view = null;
  const buttons = controls(words, choices).map((control) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `quiet tool-${control.name}`;
    button.title = words[control.name];
    button.textContent = control.sign || words[control.name];
    button.setAttribute("aria-label", words[control.name]);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      control.run(view);
      if (!document.querySelector("dialog[open]")) view.focus();
    });
    row.append(button);
    return { button, control };
  });
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const place = buttons.findIndex(({ button }) => button === document.activeElement);
    const towards = getComputedStyle(row).direction === "rtl" ? -step : step;
    buttons[(place + towards + buttons.length) % buttons.length].button.focus();
    event.preventDefault();
  });
  const update = (shown) => {
    view = shown;
    buttons.forEach(({ button, control }, place) => {
      if (control.on) button.setAttribute("aria-pressed", String(control.on(view.state)));
      button.tabIndex = place && button !== document.activeElement ? -1 : 0;
    });
  };
  return { row, update };
}
