// Leaves the site at once: by the exit links, or by the Shift key pressed three times with five seconds between presses,
// as GOV.UK settled it with its readers. The page is hidden before the browser leaves, and its entry in the list behind
// the Back button is replaced. Without this script the exit is a plain link.
(() => {
  const PRESSES = 3;
  const PATIENCE = 5000; // milliseconds
  const exit = document.querySelector(".exit__link");
  const status = document.querySelector(".exit__status");
  if (!exit || !status) return;
  const home = status.parentNode;
  let presses = 0;
  let alone = false; // whether Shift went down by itself and nothing else happened since
  let timer;

  function leave() {
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    for (const child of document.body.children) child.style.setProperty("display", "none", "important");
    const cover = document.createElement("p");
    cover.className = "exit__cover";
    cover.setAttribute("role", "alert");
    document.body.append(cover);
    cover.textContent = document.title = "Loading";
    location.replace(exit.href);
  }

  function say(words, then) {
    const place = document.querySelector("dialog[open]") ?? home; // nothing outside an open dialog is read out
    if (status.parentNode !== place) place.append(status);
    status.textContent = words;
    clearTimeout(timer);
    if (then) timer = setTimeout(then, PATIENCE);
  }

  function press() {
    presses += 1;
    if (presses === PRESSES) return leave();
    const left = PRESSES - presses;
    return say(`Press Shift ${left} more ${left > 1 ? "times" : "time"} to exit.`, expire);
  }

  function expire() {
    presses = 0;
    say("Exit has timed out. To exit, press Shift three times.", () => say(""));
  }

  /** Shift is being used for something else: a capital letter, a way back with Tab, a selection. */
  function other() {
    alone = false;
    if (presses) expire();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") return other();
    if (!event.repeat) alone = !(event.altKey || event.ctrlKey || event.metaKey);
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    press();
  }, true);
  addEventListener("blur", () => { alone = false; });
  document.addEventListener("close", () => { // of a dialog
    if (status.parentNode !== home) home.append(status);
  }, true);
  for (const kind of ["pointerdown", "wheel"]) {
    document.addEventListener(kind, () => { alone = false; }, { capture: true, passive: true });
  }
  for (const kind of ["click", "auxclick"]) { // a middle click would open a second page and leave this one in view
    document.addEventListener(kind, (event) => {
      if (event.button === 2 || !event.target.closest?.("[data-exit]")) return;
      event.preventDefault();
      leave();
    }, true);
  }
  exit.setAttribute("aria-describedby", "exit-shift");
  document.getElementById("exit-shift").hidden = false;
})();
