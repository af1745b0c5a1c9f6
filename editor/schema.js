// What a wording can hold: the same as charterhub/text/render.py reads, and nothing that it would show as signs.
import { Schema } from "prosemirror-model";

const guidOf = (element) => (element.getAttribute("href") || "").split("/clauses/")[1] || element.dataset.guid || "";

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      content: "inline*",
      group: "block",
      parseDOM: [{ tag: "p" }, { tag: "h1" }, { tag: "h2" }, { tag: "h3" }, { tag: "h4" }, { tag: "h5" }, { tag: "h6" }, { tag: "td" }],
      toDOM: () => ["p", 0],
    },
    bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    ordered_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
    list_item: { content: "paragraph", parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0], defining: true },
    text: { group: "inline" },
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  },
  marks: {
    footnote: { inclusive: false, parseDOM: [{ tag: "span.footnote" }], toDOM: () => ["span", { class: "footnote" }, 0] },
    definition: { inclusive: false, excludes: "definition link reference term", parseDOM: [{ tag: "dfn" }], toDOM: () => ["dfn", 0] },
    reference: {
      attrs: { guid: {} },
      inclusive: false,
      excludes: "definition link reference term",
      parseDOM: [{ tag: "a.reference", getAttrs: (element) => (guidOf(element) ? { guid: guidOf(element) } : false) }],
      toDOM: (mark) => ["a", { class: "reference", "data-guid": mark.attrs.guid }, 0],
    },
    term: {
      attrs: { guid: {} },
      inclusive: false,
      excludes: "definition link reference term",
      parseDOM: [{ tag: "a.term", getAttrs: (element) => (guidOf(element) ? { guid: guidOf(element) } : false) }],
      toDOM: (mark) => ["a", { class: "term", "data-guid": mark.attrs.guid }, 0],
    },
    link: {
      attrs: { href: {} },
      inclusive: false,
      excludes: "definition link reference term",
      parseDOM: [{ tag: "a[href]", getAttrs: (element) => (/^(https?|mailto):/i.test(element.getAttribute("href")) ? { href: element.getAttribute("href") } : false) }],
      toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "nofollow noopener noreferrer" }, 0],
    },
    em: { parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }], toDOM: () => ["em", 0] },
    strong: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
      ],
      toDOM: () => ["strong", 0],
    },
  },
});
