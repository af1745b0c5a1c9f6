// What comes out of Word and web pages, made plain before the editor reads it: lists that are only drawn as lists become
// lists, and the marks that Word paints before its items are left behind.

const isItem = (element) => element?.tagName === "P" && /mso-list:\s*l\d/i.test(element.getAttribute("style") || "");
const isCounted = (mark) => /^\W*[0-9ivxlcdm]{1,4}[.)]|^\W*[a-z][.)]/i.test(mark);

function drawnMark(item) {
  const ignored = [...item.querySelectorAll("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")];
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

export function cleaned(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("style, script, meta, link, title, img, svg, o\\:p").forEach((element) => element.remove());
  for (let item = [...page.body.querySelectorAll("p")].find(isItem); item; item = [...page.body.querySelectorAll("p")].find(isItem)) gather(item);
  page.querySelectorAll("li > ul, li > ol").forEach((inner) => inner.parentElement.after(...inner.children));
  return page.body.innerHTML;
}
