// Between the wording as it is stored and the document of the editor. The dialect is that of charterhub/text/render.py.
import MarkdownIt from "markdown-it";
import { MarkdownParser, MarkdownSerializer } from "prosemirror-markdown";
import { schema } from "./schema.js";

const BULLET = /^[-*] +(\S.*)$/;
const COUNTED = /^([1-9][0-9]?)\. +(\S.*)$/;
const ESCAPABLE = "\\*_[]()!";
const LINK = /^\[((?:[^[\]\\\n]|\\.){0,1000})\]\(((?:[^()\s]|\([^()\s]*\)){1,2000})(?: +"[^"\n]*")?\)/;

function itemsOf(lines) {
  if (lines.length < 2 || lines.some((line) => line.endsWith("  "))) return null;
  const bullets = lines.map((line) => BULLET.exec(line));
  if (bullets.every(Boolean)) return { kind: "bullet_list", words: bullets.map((found) => found[1]) };
  const counted = lines.map((line) => COUNTED.exec(line));
  const inOrder = counted.every((found, place) => found && Number(found[1]) === place + 1);
  return inOrder ? { kind: "ordered_list", words: counted.map((found) => found[2]) } : null;
}

// A block of lines that are all items.
function lists(state, start, end, silent) {
  let after = start;
  while (after < end && !state.isEmpty(after)) after += 1;
  const lines = [];
  for (let line = start; line < after; line += 1) lines.push(state.src.slice(state.bMarks[line], state.eMarks[line]));
  const found = itemsOf(lines);
  if (!found) return false;
  if (silent) return true;
  const tag = found.kind === "bullet_list" ? "ul" : "ol";
  state.push(`${found.kind}_open`, tag, 1);
  for (const words of found.words) {
    state.push("list_item_open", "li", 1);
    state.push("paragraph_open", "p", 1);
    const inline = state.push("inline", "", 0);
    inline.content = words;
    inline.children = [];
    state.push("paragraph_close", "p", -1);
    state.push("list_item_close", "li", -1);
  }
  state.push(`${found.kind}_close`, tag, -1);
  state.line = after;
  return true;
}

function escaped(state, silent) {
  if (state.src[state.pos] !== "\\" || !ESCAPABLE.includes(state.src[state.pos + 1] || " ")) return false;
  if (!silent) state.pending += state.src[state.pos + 1];
  state.pos += 2;
  return true;
}

function footnote(state, silent) {
  const found = /^\^\[([^[\]\n]{1,1000})\]/.exec(state.src.slice(state.pos));
  if (!found) return false;
  if (!silent) {
    state.push("footnote_open", "span", 1);
    const last = state.posMax;
    state.pos += 2;
    state.posMax = state.pos + found[1].length;
    state.md.inline.tokenize(state);
    state.posMax = last;
    state.push("footnote_close", "span", -1);
    state.pos += 1;
  } else state.pos += found[0].length;
  return true;
}

// Our links: to the web, to mail, to a clause, to a term. Each closes with the mark it opened with.
function linked(state, silent) {
  const found = state.src[state.pos - 1] !== "!" && LINK.exec(state.src.slice(state.pos));
  if (!found || !/^(https?:|mailto:|clause:[0-9a-f-]{36}$|term:([0-9a-f-]{36})?$)/i.test(found[2])) return false;
  if (silent) {
    state.pos += found[0].length;
    return true;
  }
  const [scheme, rest] = [found[2].split(":")[0].toLowerCase(), found[2].slice(found[2].indexOf(":") + 1)];
  const name = scheme === "clause" ? "reference" : scheme !== "term" ? "link" : rest ? "term" : "definition";
  const open = state.push(`${name}_open`, "a", 1);
  open.attrs = name === "link" ? [["href", found[2]]] : [["guid", rest]];
  const last = state.posMax;
  state.pos += 1;
  state.posMax = state.pos + found[1].length;
  state.md.inline.tokenize(state);
  state.posMax = last;
  state.push(`${name}_close`, "a", -1);
  state.pos += found[0].length - found[1].length - 1;
  return true;
}

function tokenizer() {
  const md = new MarkdownIt("zero").enable(["emphasis", "newline"]);
  md.block.ruler.before("paragraph", "lists", lists);
  md.inline.ruler.before("emphasis", "escaped", escaped);
  md.inline.ruler.before("emphasis", "footnote", footnote);
  md.inline.ruler.before("emphasis", "linked", linked);
  return md;
}

const guided = (token) => ({ guid: token.attrGet("guid") });

export const parser = new MarkdownParser(schema, tokenizer(), {
  paragraph: { block: "paragraph" },
  bullet_list: { block: "bullet_list" },
  ordered_list: { block: "ordered_list" },
  list_item: { block: "list_item" },
  hardbreak: { node: "hard_break" },
  em: { mark: "em" },
  strong: { mark: "strong" },
  footnote: { mark: "footnote" },
  definition: { mark: "definition" },
  reference: { mark: "reference", getAttrs: guided },
  term: { mark: "term", getAttrs: guided },
  link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href") }) },
});

const items = (count) => (state, node) => {
  node.forEach((item, _offset, place) => {
    state.write(count ? `${place + 1}. ` : "- ");
    state.renderInline(item.firstChild);
    if (place < node.childCount - 1) state.out += "\n";
  });
  state.closeBlock(node);
};
const around = (open, close) => ({ open, close, mixable: false, expelEnclosingWhitespace: true });

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.renderInline(node);
      state.closeBlock(node);
    },
    bullet_list: items(false),
    ordered_list: items(true),
    list_item(state, node) {
      state.renderInline(node.firstChild);
    },
    text(state, node) {
      const noted = node.marks.some((mark) => mark.type.name === "footnote"); // whose end would be hidden by a bracket in it
      const words = noted ? node.text.replace(/\[/g, "(").replace(/\]/g, ")") : node.text;
      state.write(words.replace(/[\\*_[\]]/g, "\\$&"));
    },
    hard_break(state, node, parent, index) {
      for (let later = index + 1; later < parent.childCount; later += 1) {
        if (parent.child(later).type !== node.type) {
          state.out += "  \n";
          return;
        }
      }
    },
  },
  {
    em: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
    strong: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
    footnote: around("^[", "]"),
    definition: around("[", "](term:)"),
    reference: around("[", (_state, mark) => `](clause:${mark.attrs.guid})`),
    term: around("[", (_state, mark) => `](term:${mark.attrs.guid})`),
    link: around("[", (_state, mark) => `](${mark.attrs.href.replace(/[()\s]/g, encodeURIComponent).replace(/\(/g, "%28").replace(/\)/g, "%29")})`),
  },
);

export const parse = (wording) => parser.parse(wording.replace(/\r\n?/g, "\n"));
export const serialize = (doc) => serializer.serialize(doc, { tightLists: true }).trim();
