// Says that a page is past its review date, on the day it is read and not on the day it was built.
// Without this script the footer still states the date.
for (const notice of document.querySelectorAll("[data-review-due]")) {
  const today = new Date().toISOString().slice(0, 10);
  notice.hidden = today <= notice.dataset.reviewDue;
}

// The menu of a narrow screen: the theme's control is a label, which no keyboard reaches. While the menu lies over the
// page, the keyboard stays in it, and Escape closes it. Without this script the main pages stand at the page's foot.
const drawer = document.getElementById("__drawer");
const label = document.querySelector(".md-header__button[for='__drawer']");
if (drawer && label) {
  const rest = document.querySelectorAll(".md-skip, .exit, .md-header, .md-content, .md-sidebar--secondary, .main-pages, .md-footer");
  const close = (event) => event.key === "Escape" && drawer.checked && drawer.click();
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = `${label.className} menu-open`;
  opener.setAttribute("aria-label", "Menu");
  opener.setAttribute("aria-expanded", "false");
  opener.append(...label.childNodes);
  opener.addEventListener("click", () => drawer.click());
  label.replaceWith(opener);
  drawer.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(drawer.checked));
    for (const part of rest) part.inert = drawer.checked;
    const menu = [...document.querySelectorAll(".md-sidebar--primary :is(a[href], .md-nav__toggle)")];
    if (drawer.checked) menu.find((part) => part.checkVisibility({ visibilityProperty: true }))?.focus();
    else opener.focus();
  });
  document.addEventListener("keydown", close);
}
