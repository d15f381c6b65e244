// Opens what stands behind a citation marker, on click, tap or Enter and never on hover.
// The words are those of the page's own reference list: the dialog shows a copy of its entries.
// Without this script a marker is a plain link to its entry.

const dialog = document.createElement("dialog");
dialog.className = "cite-dialog";
dialog.setAttribute("aria-labelledby", "cite-dialog-title");
dialog.innerHTML = `
  <form method="dialog"><h2 id="cite-dialog-title">What this rests on</h2>
  <button class="cite-dialog__close" aria-label="Close">Close</button></form>
  <div class="cite-dialog__body"></div>`;
if (typeof dialog.showModal === "function") document.body.append(dialog);
const body = dialog.querySelector(".cite-dialog__body");
// While the dialog is open nothing outside it can be clicked: the way out stands in it too.
const exit = document.querySelector(".exit__link");
if (exit) dialog.querySelector(".cite-dialog__close").before(copyOf(exit));

/** A copy of an element without ids, so that no id stands twice in the document. */
function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
  return copy;
}

/** The claims of a marker, each followed by the references of its sources. */
function fill(marker) {
  body.replaceChildren();
  for (const id of marker.dataset.claims.split(" ")) {
    const note = document.getElementById(`note-${id}`);
    if (note) body.append(copyOf(note));
  }
  const list = document.createElement("ul");
  list.className = "cite-dialog__sources";
  for (const link of marker.querySelectorAll("a")) {
    const text = document.querySelector(`${link.getAttribute("href")} > .reference__text`);
    if (!text) continue;
    const item = document.createElement("li");
    item.append(`${link.textContent}. `, copyOf(text));
    list.append(item);
  }
  body.append(list);
  return body.childElementCount > 1;
}

// A browser too old for dialogs keeps the plain links.
if (typeof dialog.showModal === "function") document.addEventListener("click", (event) => {
  if (event.target === dialog) return dialog.close(); // the backdrop
  const link = event.target.closest(".cite-dialog a[href^='#']");
  if (link) dialog.close();
  const marker = event.target.closest(".cite a")?.closest(".cite");
  if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || !fill(marker)) return;
  event.preventDefault();
  dialog.showModal();
});
