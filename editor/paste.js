// What comes out of Word and web pages, made plain before the editor reads it: lists that are only drawn as lists become
// lists, and the marks that Word paints before its items are left behind.

// Styles are read from an attribute of another name: the policy of our pages lets no style be applied, and says so each time.
const STYLE = "data-style";
const LONGEST_NOTE = 1000;
const styleOf = (element) => element.getAttribute(STYLE) || "";
const isItem = (element) => element?.tagName === "P" && /mso-list:\s*l\d/i.test(styleOf(element));
const isCounted = (mark) => /^\W*[0-9ivxlcdm]{1,4}[.)]|^\W*[a-z][.)]/i.test(mark);
const renamed = (html) => html.replace(/<style[\s\S]*?<\/style\s*>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`));

function drawnMark(item) {
  const ignored = [...item.querySelectorAll(`[${STYLE}]`)].filter((part) => /mso-list:\s*ignore/i.test(styleOf(part)));
  const mark = ignored.map((part) => part.textContent).join("").trim();
  ignored.forEach((part) => part.remove());
  return mark;
}

function gather(first) {
  const document = first.ownerDocument;
  const list = document.createElement(isCounted(drawnMark(first)) ? "ol" : "ul");
  first.before(list);
  for (let item = first; isItem(item); item = list.nextElementSibling) {
    drawnMark(item);
    const entry = document.createElement("li");
    entry.append(...item.childNodes);
    item.remove();
    list.append(entry);
  }
}

// A note at the foot of Word's page goes where its sign stands.
function gatherNotes(page) {
  for (const sign of page.querySelectorAll("a[href*='_ftn'], a[href*='_edn']")) {
    const name = sign.getAttribute("href").split("#").pop();
    const anchor = /^_(ftn|edn)\d+$/.test(name) && page.querySelector(`a[name="${name}"]`);
    const foot = anchor && anchor !== sign && (anchor.closest("div[id]") || anchor.closest("p"));
    if (!foot) continue;
    anchor.remove();
    const note = page.createElement("span");
    note.className = "footnote";
    note.textContent = foot.textContent.replace(/\s+/g, " ").trim();
    sign.replaceWith(note.textContent.length > LONGEST_NOTE ? ` (${note.textContent})` : note);
    foot.remove();
  }
  page.querySelectorAll("hr").forEach((line) => line.remove());
}

// What is bold or italic by its style alone becomes so by its element, and the other way round.
function plainEmphasis(page) {
  for (const element of page.querySelectorAll(`b[${STYLE}], strong[${STYLE}]`)) {
    if (/font-weight:\s*(normal|[1-5]00)/i.test(styleOf(element).replace(/mso-bidi-font-weight[^;]*/gi, ""))) element.replaceWith(...element.childNodes);
  }
  for (const [pattern, tag] of [[/(^|;)\s*font-weight:\s*(bold|[6-9]00)/i, "strong"], [/(^|;)\s*font-style:\s*italic/i, "em"]]) {
    for (const element of page.querySelectorAll(`span[${STYLE}]`)) {
      if (!pattern.test(styleOf(element)) || !element.textContent.trim()) continue;
      const inner = page.createElement(tag);
      inner.append(...element.childNodes);
      element.append(inner);
    }
  }
}

export function cleaned(html) {
  const page = new DOMParser().parseFromString(renamed(html), "text/html");
  page.querySelectorAll("style, script, meta, link, title, img, svg, del, o\\:p").forEach((element) => element.remove());
  for (let item = [...page.body.querySelectorAll("p")].find(isItem); item; item = [...page.body.querySelectorAll("p")].find(isItem)) gather(item);
  gatherNotes(page);
  plainEmphasis(page);
  page.querySelectorAll("li > ul, li > ol").forEach((inner) => inner.parentElement.after(...inner.children));
  return page.body.innerHTML;
}
