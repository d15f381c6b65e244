// Shows a pathway one question at a time. Its words are those of the page; only the controls bring their own.
// Answers live in this module's memory: never in the address, the history, the title, a cookie or a storage.
// Without this script a pathway is a list of questions and cards whose answers are links.

/** An element with properties, holding children. */
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function button(words, onclick, look = "") {
  return make("button", { type: "button", className: `pathway__button ${look}`, onclick }, words);
}

const quiet = "pathway__button--quiet";
const codes = document.currentScript?.src.match(/^http.*(?=assets\/[^/]*$)/)?.[0]; // a copy in a folder has no QR codes
const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const named = (hash) => document.getElementById(hash.slice(1));

function enhance(root) {
  const nodes = [...root.querySelectorAll("[data-node]")];
  const start = nodes.find((node) => node.id === root.dataset.start);
  const fresh = { node: start, answers: [], linked: false, before: null };
  // The step that is shown, the answers that led to it, whether they began at a link instead of the first question,
  // and the state that such a link left behind.
  let state = fresh;
  let steps = true;

  const note = make("div", { className: "pathway__note", id: `${root.dataset.pathway}-note` },
    make("p", {}, "You came in by a link to one step, so the questions before it were not asked. The first questions are about warning signs."),
    button("Start from the first question", () => go(fresh)));
  const one = button("One question at a time", () => list());
  const above = make("div", { className: "pathway__above" }, note, one);

  const back = button("Back", () => (state.answers.length ? returnTo(state.answers.length - 1) : go(state.before)));
  const again = button("Start again", () => go(fresh));
  const print = button("Print", printAlone, quiet);
  const copy = button("Copy link", () => copyLink(`${location.href.replace(/[?#].*/, "")}#${state.node.id}`), quiet);
  const foot = document.querySelector(".share [data-private]"); // the page's own private link, beside which those of cards lie
  const secret = button("Copy private link", () => copyLink(new URL(`../../${state.node.dataset.private}`, foot.href).href), quiet);
  const all = button("", () => list(), quiet);
  const tools = make("div", { className: "pathway__tools" }, back, again, print, copy, secret, all);
  const page = document.querySelector("[data-share]")?.dataset.share;
  const code = make("a", { className: `pathway__button ${quiet}`, textContent: "QR code" });
  if (page && codes) secret.after(" ", code);
  const status = make("p", { className: "pathway__status" });
  status.setAttribute("role", "status");
  const address = make("input", { readOnly: true, type: "text" });
  const field = make("label", { className: "pathway__address" }, "This is the link, to copy by hand:", address);
  const count = make("h3", { className: "pathway__count" });
  const answers = make("ol", { className: "pathway__answers" });
  const given = make("div", { className: "pathway__given" }, count, answers);
  root.prepend(above);
  root.append(tools, status, field, given);
  root.classList.add("pathway--ready");

  /** The node that an address on this page names, or that holds what it names. */
  function nodeAt(hash) {
    const node = named(hash)?.closest("[data-node]");
    return nodes.includes(node) ? node : null;
  }

  function draw() {
    const card = state.node.dataset.node === "card";
    code.href = `${codes}qr/${page}/${state.node.id}.svg`;
    root.classList.toggle("pathway--steps", steps);
    root.classList.toggle("pathway--one", steps && (card || state.answers.length > 0));
    for (const node of nodes) node.classList.toggle("node--shown", node === state.node);
    const heading = state.node.querySelector("[tabindex]");
    if (state.linked && !state.answers.length) heading.setAttribute("aria-describedby", note.id);
    else heading.removeAttribute("aria-describedby");
    note.hidden = !(steps && state.linked);
    one.hidden = steps;
    all.textContent = steps ? "Show all questions" : one.textContent;
    copy.hidden = !steps;
    secret.hidden = !steps || !foot || !state.node.dataset.private;
    code.hidden = secret.hidden;
    back.hidden = !steps || !(state.answers.length || state.before);
    again.hidden = !steps || state.node === start;
    given.hidden = !steps || !state.answers.length;
    field.hidden = true;
    status.textContent = "";
    count.textContent = `Your answers so far: ${state.answers.length}`;
    answers.replaceChildren(...state.answers.map(row));
  }

  /** An answer with its question, and the button that takes it back. */
  function row({ node, option }, index) {
    const title = node.querySelector("[tabindex]");
    const change = button("Change", () => returnTo(index));
    change.append(make("span", { className: "visually-hidden" }, ` the answer to ${words(title)}`));
    return make("li", {}, make("span", { className: "pathway__question" }, words(title)),
      make("strong", { className: "pathway__answer" }, words(option)), change);
  }

  /** Brings a node's heading to the reader: its focus is what a screen reader announces. */
  function arrive(node) {
    node.querySelector("[tabindex]").focus({ preventScroll: true });
    const { top } = node.getBoundingClientRect();
    const over = note.hidden ? 0 : top - note.getBoundingClientRect().top;
    // Told to the browser, which too scrolls to a node of its address, and later.
    node.style.scrollMarginTop = over ? `${over}px` : "";
    if (top - over < 60 || top - over > window.innerHeight / 3) node.scrollIntoView({ behavior: "instant" });
  }

  function go(next) {
    state = next;
    const shared = nodeAt(location.hash);
    if (shared && shared !== state.node) history.replaceState(history.state, "", location.pathname + location.search);
    draw();
    arrive(state.node);
  }

  function answer(option, node) {
    go({ ...state, node, answers: [...state.answers, { node: state.node, option }], before: null });
  }

  function returnTo(index) {
    go({ ...state, node: state.answers[index].node, answers: state.answers.slice(0, index), before: null });
  }

  /** Shows a step that a link names. Back then returns to where the reader was. */
  function jump(node) {
    if (!steps || node === state.node) return arrive(node);
    const index = state.answers.findIndex((given) => given.node === node);
    if (index >= 0) return go({ ...state, node, answers: state.answers.slice(0, index), before: state });
    return go({ ...fresh, node, linked: node !== start, before: state });
  }

  /** From one question at a time to the list of all, or back. */
  function list() {
    steps = !steps;
    draw();
    if (steps) return arrive(state.node);
    one.focus({ preventScroll: true });
    return above.scrollIntoView({ behavior: "instant" });
  }

  /** The browser's own command prints the whole page; this one leaves out what follows the pathway. */
  function printAlone() {
    root.classList.add("pathway--alone");
    addEventListener("afterprint", () => root.classList.remove("pathway--alone"), { once: true });
    window.print();
  }

  async function copyLink(link) {
    try {
      await navigator.clipboard.writeText(link);
      field.hidden = true;
      status.textContent = "Link copied";
    } catch {
      status.textContent = "";
      field.hidden = false;
      address.value = link;
      address.select();
    }
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    const node = link && nodeAt(link.getAttribute("href"));
    if (!node) return;
    if (`#${node.id}` !== link.getAttribute("href")) return steps && jump(node); // a marker inside: an ordinary anchor
    event.preventDefault();
    if (!steps || !state.node.contains(link)) jump(node);
    else if (event.detail < 2) answer(link, node); // the second half of a double click is not an answer
  });

  addEventListener("hashchange", () => {
    const node = steps && nodeAt(location.hash);
    if (!node || node === state.node) return;
    jump(node);
    const target = named(location.hash);
    if (target !== node) target.scrollIntoView({ behavior: "instant" }); // a marker: it was hidden until now
  });

  const target = named(location.hash);
  const shared = target && nodeAt(location.hash);
  if (shared) state = { ...fresh, node: shared, linked: shared !== start };
  draw();
  if (shared === target && shared) {
    arrive(shared);
    // With its first frame the browser goes to the address itself, which takes the focus from the heading.
    const settle = () => state.node === shared && !shared.contains(document.activeElement) && arrive(shared);
    requestAnimationFrame(() => requestAnimationFrame(settle));
  } else target?.scrollIntoView({ behavior: "instant" }); // the page became shorter
}

for (const root of document.querySelectorAll(".pathway")) enhance(root);
