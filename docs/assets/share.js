// Adds a button that copies its whole address to each link at the foot of a page.
// Without this script they are plain links, to be copied by hand.
(() => {
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** Shows an address that the browser does not let a page copy, ready to be copied by hand. */
  function show(field, address) {
    field.hidden = false;
    const input = field.querySelector("input");
    input.value = address;
    input.select();
  }

  for (const share of document.querySelectorAll(".share")) {
    const status = share.querySelector(".share__status");
    const input = make("input", { type: "text", readOnly: true });
    const field = make("label", { className: "share__address", hidden: true }, "Copy this link by hand:", input);
    for (const link of share.querySelectorAll("[data-copy]")) {
      const button = make("button", { type: "button", className: "share__copy" }, link.dataset.copy);
      button.addEventListener("click", async () => {
        status.textContent = "";
        field.hidden = true;
        try {
          await navigator.clipboard.writeText(link.href);
          status.textContent = `${link.textContent} copied`;
        } catch {
          show(field, link.href);
        }
      });
      link.after(" ", button);
    }
    status?.after(field);
  }
})();
