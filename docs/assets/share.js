// Buttons that copy: the links at the foot of a page, and for each section and claim its link, how to cite it, and its
// QR code. Steps of a pathway have theirs beside them (pathway.js). Without this script the links at the foot, the contents and the ids of claims are plain links.
(() => {
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** A place for what was copied, and for what the browser does not let a page copy, to be copied by hand. */
  function copier(status) {
    const input = make("input", { type: "text", readOnly: true });
    const field = make("label", { className: "share__address", hidden: true }, "", input);
    const clear = () => {
      status.textContent = "";
      field.hidden = true;
    };
    const copy = async (text, name, what = "text") => {
      clear();
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = `${name} copied`;
      } catch {
        field.firstChild.data = `Copy this ${what} by hand:`;
        field.hidden = false;
        input.value = text;
        input.select();
      }
    };
    return { field, clear, copy };
  }

  for (const share of document.querySelectorAll(".share")) {
    const status = share.querySelector(".share__status");
    if (!status) continue;
    const { field, copy } = copier(status);
    for (const link of share.querySelectorAll("[data-copy]")) {
      const button = make("button", { type: "button", className: "share__copy" }, link.dataset.copy);
      button.addEventListener("click", () => copy(link.href, link.textContent, "link"));
      link.after(" ", button);
    }
    status.after(field);
  }

  const page = document.querySelector("[data-share]")?.dataset.share;
  const cited = document.querySelector("[data-cite]");
  const root = document.currentScript?.src.replace(/assets\/[^/]*$/, "");
  const coded = page && cited && root?.startsWith("http"); // a copy in a folder has no codes

  /** How to cite a place of this page ("" for the page), as plain text. */
  function citation(id, name) {
    const text = cited.cloneNode(true);
    const [what, where] = text.querySelectorAll("span");
    if (name) what.textContent = name.startsWith("Claim ") ? name : `${name}. ${what.textContent}`;
    if (id) where.append(`#${id}`);
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    return `${text.textContent}. Accessed ${today}.`;
  }

  // One panel for all: it moves to the place whose button was pressed.
  const status = make("p", { className: "place__status" });
  status.setAttribute("role", "status");
  const { field, clear, copy } = copier(status);
  const here = () => `${location.href.replace(/[?#].*/, "")}${open.id ? `#${open.id}` : ""}`;
  const action = (name, run) => {
    const button = make("button", { type: "button", className: "place__copy" }, name);
    button.addEventListener("click", run);
    return button;
  };
  const code = make("a", { className: "place__copy" }, "QR code");
  const panel = make("div", { className: "place" }, action("Copy link", () => copy(here(), "Link", "link")));
  if (cited) panel.append(action("Copy citation", () => copy(citation(open.id, open.name), "Citation", "citation")));
  if (coded) panel.append(code);
  panel.append(status, field);
  let open = null;

  function show(part) {
    open?.button.setAttribute("aria-expanded", "false");
    clear();
    open = open === part ? null : part;
    if (!open) return panel.remove();
    open.button.setAttribute("aria-expanded", "true");
    if (coded) code.href = `${root}qr/${page}${open.id ? `/${open.id}` : ""}.svg`;
    open.holder.after(panel);
  }

  function add(id, name, holder, label = `Link to ${name}`) {
    const button = make("button", { type: "button", className: "place__open" });
    const part = { id, name, holder, button };
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => show(part));
    button.addEventListener("keydown", (event) => event.key === "Escape" && open === part && show(part));
    holder.append(" ", button);
  }

  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open.button.focus();
    show(open);
  });
  for (const heading of document.querySelectorAll(".md-content :is(h2, h3)[id]")) {
    const name = heading.textContent.trim();
    heading.setAttribute("aria-label", name); // or the button's name would be read as a part of it
    add(heading.id, name, heading);
  }
  for (const line of document.querySelectorAll(".claim[id] > .claim__id")) {
    add(line.parentElement.id, `Claim ${line.parentElement.id}`, line);
  }
  if (cited) add("", "", cited.parentElement, "Citation and QR code of this page");
})();
