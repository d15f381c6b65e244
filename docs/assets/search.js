// The search's control in the header. A classic script, without fetch or modules, so that it also works in a copy that is
// opened from a folder. Nothing more is loaded before a reader opens the search. Without this script the control is a
// plain link to a page that lists everything.
(() => {
  const link = document.querySelector("a[data-search]");
  if (!link || typeof HTMLDialogElement === "undefined") return;
  const here = document.currentScript.src;

  /** Takes in a script or stylesheet of the site, named from this one's folder; scripts run in the order of the calls. */
  function load(name) {
    const href = new URL(name, here).href;
    const style = name.endsWith(".css");
    const element = Object.assign(document.createElement(style ? "link" : "script"), style ? { rel: "stylesheet", href } : { async: false, src: href });
    return new Promise((loaded, missing) => {
      element.addEventListener("load", loaded);
      element.addEventListener("error", missing);
      document.head.append(element);
    });
  }

  window.siteSearch = { load, root: new URL("..", here).href, everything: link.href };
  const button = Object.assign(document.createElement("button"), { type: "button", className: link.className });
  button.setAttribute("aria-haspopup", "dialog");
  button.append(...link.childNodes);
  link.replaceWith(button);
  let opening = null;
  button.addEventListener("click", () => {
    opening = opening || Promise.all([load("search/dialog.css"), load("search/dialog.js")]);
    opening.then(() => window.siteSearch.open(), () => { location.href = link.href; });
  });
})();
