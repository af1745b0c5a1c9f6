// Selected words become the target of a comment. Offers a link to the comment form with the words as a W3C selector:
// exact, prefix, suffix, and start/end in Unicode code points of the clause's text. Without this script the same form is
// reached by the link beside each clause.

const CONTEXT = 32;
const LONGEST_QUOTE = 1500;
const sheet = document.querySelector(".sheet");
let offer;
let pressed = false; // a finger or button that comes down on the offer takes the selection away before the click arrives

const codePoints = (text) => Array.from(text);

function selectedWords() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const clause = wordingAround(range);
  if (!clause) return null;
  const before = document.createRange();
  before.selectNodeContents(clause);
  before.setEnd(range.startContainer, range.startOffset);
  return trimmed(clause, codePoints(before.toString()).length, codePoints(range.toString()).length, range);
}

function wordingAround(range) {
  const node = range.commonAncestorContainer;
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element.closest("[data-eid]");
}

function trimmed(clause, start, length, range) {
  const text = codePoints(clause.textContent);
  let end = start + length;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  if (start === end || end - start > LONGEST_QUOTE) return null;
  return { clause, text, start, end, range };
}

function commentAddress({ clause, text, start, end }) {
  const address = new URL(sheet.dataset.commentForm.replace("EID", encodeURIComponent(clause.dataset.eid)), location.href);
  const quote = (from, to) => text.slice(Math.max(0, from), to).join("");
  address.searchParams.set("exact", quote(start, end));
  address.searchParams.set("prefix", quote(start - CONTEXT, start));
  address.searchParams.set("suffix", quote(end, end + CONTEXT));
  address.searchParams.set("start", start);
  address.searchParams.set("end", end);
  return address.href;
}

function show(words) {
  const box = words.range.getBoundingClientRect();
  offer ??= makeOffer();
  offer.href = commentAddress(words);
  offer.hidden = false;
  words.clause.after(offer); // the next stop of the Tab key after the selected words
  const room = document.documentElement.clientWidth - offer.offsetWidth - 8;
  const origin = offer.offsetParent === document.body ? { left: -scrollX, top: -scrollY } : offer.offsetParent.getBoundingClientRect();
  offer.style.left = `${Math.max(8, Math.min(box.left, room)) - origin.left}px`;
  offer.style.top = `${box.bottom - origin.top + 8}px`;
}

function makeOffer() {
  const link = document.createElement("a");
  link.className = "button selection-offer";
  link.textContent = sheet.dataset.commentWords;
  link.addEventListener("pointerdown", () => { pressed = true; });
  for (const end of ["click", "pointercancel"]) link.addEventListener(end, () => { pressed = false; });
  return link;
}

function refresh() {
  const words = selectedWords();
  if (words) show(words);
  else if (offer && !pressed && document.activeElement !== offer) offer.hidden = true;
}

function light(event) {
  const note = event.target.closest?.("[data-comment]");
  for (const lit of document.querySelectorAll("mark.lit")) lit.classList.remove("lit");
  if (note) for (const mark of document.querySelectorAll(`mark[data-comments~="${note.dataset.comment}"]`)) mark.classList.add("lit");
}

document.addEventListener("selectionchange", refresh);
document.addEventListener("mouseover", light);
document.addEventListener("focusin", light);
