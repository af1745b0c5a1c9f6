// Shows only the fields of the change that was chosen. Without script all of them stay, each under its own legend.
for (const form of document.querySelectorAll("form.by-kind")) {
  const parts = form.querySelectorAll("fieldset[data-for]");
  const show = () => {
    const kind = form.elements.kind.value;
    for (const part of parts) part.hidden = !part.dataset.for.split(" ").includes(kind);
  };
  form.addEventListener("change", show);
  show();
}
