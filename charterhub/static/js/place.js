// Words marked in the shown clause go into the field; without this script they are copied there by hand.

const text = document.getElementById("text-now");
const field = document.getElementById("words");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!text || !field || selection.isCollapsed || !selection.rangeCount) return;
  if (text.contains(selection.getRangeAt(0).commonAncestorContainer)) field.value = selection.toString().trim();
});
