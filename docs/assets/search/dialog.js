// The search as a reader meets it: a dialog with a box and two lists. What is typed stays in this page's memory: it is in
// no address, history, title, storage or request, and is forgotten when the page is left.
(() => {
  const { load, root, everything } = window.siteSearch;
  const MOST = 20; // pages shown
  const LABELS = { term: "Glossary", claim: "Claim", source: "Source", disagreement: "Sources disagree" };

  function make(tag, properties, ...children) {
    const { attributes = {}, ...own } = properties;
    const element = Object.assign(document.createElement(tag), own);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const box = make("input", {
    className: "search__box", id: "search-box", type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "search",
    attributes: { role: "searchbox", autocapitalize: "off", autocorrect: "off", "aria-describedby": "search-hint" },
  });
  const hint = "Everyday words and near spellings work. What you type stays on this page.";
  const form = make("form", { className: "search__form", attributes: { role: "search" } },
    make("label", { className: "search__label", htmlFor: box.id }, "What are you looking for?"), box,
    make("p", { className: "search__hint", id: "search-hint" }, hint));
  const status = make("p", { className: "search__status", attributes: { role: "status" } });
  const results = make("div", { className: "search__results" });
  const close = make("button", { className: "search__close", type: "button" }, "Close");
  const head = make("div", { className: "search__head" }, make("h2", { className: "search__name", id: "search-title" }, "Search"), close);
  // While the dialog is open nothing outside it can be clicked: the way out stands in it too.
  const exit = document.querySelector(".exit__link");
  if (exit) close.before(exit.cloneNode(true));
  const dialog = make("dialog", { className: "search", attributes: { "aria-labelledby": "search-title" } }, head, form, status, results);
  document.body.append(dialog);

  // --- Results ---

  /** An address below the site's root; in a folder nobody serves, a page is its file. */
  function address(url) {
    const found = new URL(url, root);
    if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
    return found.href;
  }

  const link = (url, ...words) => make("a", { className: "search__link", href: url }, ...words);
  const line = (name, ...words) => make("p", { className: `search__${name}` }, ...words);

  /** A text with the words that were found marked. */
  function marked(text, terms) {
    const pieces = text.split(/([\p{L}\p{N}'\u2019]+)/u);
    return pieces.map((piece, at) => (at % 2 && window.siteSearch.found(piece, terms) ? make("mark", {}, piece) : piece));
  }

  function signItem({ url, sign, who, urgency, label, action }) {
    return make("li", { className: `search__sign search__sign--${urgency}` }, line("urgency", label),
      line("title", link(address(url), sign), who ? ` (${who})` : ""), line("action", action));
  }

  function pageItem({ url, kind, heading, text, page, label, terms }) {
    const where = [LABELS[kind], ["section", "step", "disagreement"].includes(kind) ? page : "", label].filter(Boolean).join(" \u00b7 ");
    return make("li", { className: "search__page" }, line("title", link(address(url), ...marked(heading, terms))),
      line("where", where), ...(text ? [line("text", ...marked(text, terms))] : []));
  }

  function list(title, items) {
    if (!items.length) return [];
    const id = `search-${title.split(" ").pop().toLowerCase()}`;
    const attributes = { "aria-labelledby": id };
    return [make("h3", { className: "search__kind", id }, title), make("ol", { className: "search__list", attributes }, ...items)];
  }

  function draw({ signs, pages }) {
    const shown = pages.slice(0, MOST);
    const all = signs.slice(0, 1).map(({ url }) => line("more", link(address(url.replace(/#.*/, "")), "All warning signs, and how fast to get help")));
    results.replaceChildren(...list("Warning signs", signs.map(signItem)), ...all, ...list("Pages", shown.map(pageItem)),
      line("more", link(everything, "A list of everything on this site")));
    results.scrollTop = 0;
    say(counted(signs.length, pages.length));
  }

  function counted(signs, pages) {
    const parts = [];
    if (signs) parts.push(`${signs} warning ${signs === 1 ? "sign" : "signs"}`);
    if (pages) parts.push(pages > MOST ? `the first ${MOST} of ${pages} results` : `${pages} ${pages === 1 ? "result" : "results"}`);
    const words = parts.join(", then ");
    return words ? `${words[0].toUpperCase()}${words.slice(1)}.` : "Nothing was found. Try other words, or the list of everything.";
  }

  let saying = 0;

  /** Tells how much was found, once the typing rests: a screen reader reads it out. */
  function say(words) {
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = words; }, 400);
  }

  let state = "loading";

  function show() {
    clearTimeout(saying);
    if (state === "missing") {
      status.textContent = "The search could not be loaded.";
      results.replaceChildren(line("more", link(everything, "A list of everything on this site")));
    } else if (!box.value.trim()) {
      status.textContent = "";
      results.replaceChildren();
    } else if (state === "loading") {
      status.textContent = "Loading the search\u2026";
    } else {
      const found = window.siteSearch.find(box.value);
      if (found) draw(found);
    }
  }

  // --- Loading and moving ---

  /** Shows what is found now that more is known, and leaves the reader where they are. */
  function refresh() {
    const at = results.contains(document.activeElement) ? document.activeElement.href : null;
    const top = results.scrollTop;
    show();
    results.scrollTop = top;
    if (at) (links().find(({ href }) => href === at) || box).focus({ preventScroll: true });
  }

  async function begin() {
    state = "loading";
    try {
      for (const parts of [["vendor/minisearch.js", "search/match.js", "search/patients.js"], ["search/evidence.js"]]) {
        await Promise.all(parts.map(load));
        await window.siteSearch.indexing;
        state = "ready";
        refresh();
      }
    } catch {
      if (state === "loading") state = "missing"; // the first part alone is a search, too
      show();
    }
  }

  const links = () => [...results.querySelectorAll("a")];
  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => (results.contains(document.activeElement) ? refresh() : show()), 120); // who moved on is left there
  });
  form.addEventListener("submit", (event) => { // Enter leads to the first result, and puts a phone's keyboard away
    event.preventDefault();
    clearTimeout(timer);
    show();
    links()[0]?.focus();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = at < 0 || event.altKey || event.ctrlKey || event.metaKey ? null : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close(); // the backdrop; a result, perhaps on this page
  });
  close.addEventListener("click", () => dialog.close());
  addEventListener("pagehide", () => { // forgotten, even where the browser keeps the page for its Back button
    dialog.close();
    box.value = "";
    show();
  });

  window.siteSearch.open = () => {
    if (dialog.open) return;
    dialog.showModal();
    box.focus();
    box.select();
  };
  begin();
})();
