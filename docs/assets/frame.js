// The frame of a page: light or dark, where the reader is in the contents, and folds that hold what an address names.
// Without this script a page has the colours that its device prefers at first sight, or light ones, and all its words.

// Light or dark. Only a choice is kept, and only in this browser.
const colours = document.querySelector(".colours");
const darkness = matchMedia("(prefers-color-scheme: dark)");
const chosen = () => {
  try {
    return localStorage.getItem("colours");
  } catch {
    return null; // the browser keeps nothing: then the choice holds for this page
  }
};
const colour = (dark) => {
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  colours?.setAttribute("aria-pressed", String(dark));
};
if (colours) {
  colours.hidden = false;
  colour(document.body.dataset.mdColorScheme === "slate");
  colours.addEventListener("click", () => {
    const dark = colours.getAttribute("aria-pressed") === "false";
    colour(dark);
    try {
      localStorage.setItem("colours", dark ? "dark" : "light");
    } catch {} // as above
  });
}
darkness.addEventListener("change", () => chosen() || colour(darkness.matches));

// Where the reader is: the last heading above the upper third of the window.
const entries = [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']")];
const headings = entries.map((entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
let asked = 0;
const follow = () => {
  asked = 0;
  const here = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3);
  entries.forEach((entry, index) => {
    entry.classList.toggle("md-nav__link--active", index === here);
    if (index === here) entry.setAttribute("aria-current", "location");
    else entry.removeAttribute("aria-current");
  });
};
if (entries.length) addEventListener("scroll", () => (asked ||= requestAnimationFrame(follow)), { passive: true });

// What an address names may lie in a fold.
const unfold = () => {
  const place = document.querySelector(":target");
  let fold = place?.closest("details:not([open])");
  if (!fold) return;
  for (; fold; fold = place.closest("details:not([open])")) fold.open = true;
  place.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
