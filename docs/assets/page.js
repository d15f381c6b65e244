// Says that a page is past its review date, on the day it is read and not on the day it was built.
// Without this script the footer still states the date.
for (const notice of document.querySelectorAll("[data-review-due]")) {
  const today = new Date().toISOString().slice(0, 10);
  notice.hidden = today <= notice.dataset.reviewDue;
}

// The theme gives its search dialog a role and no name; a screen reader needs one. Search itself needs this language too.
document.querySelector(".md-search[role='dialog']")?.setAttribute("aria-label", "Search");

// Decision pathways, one question at a time; without this they are lists of questions whose answers are links.
if (document.querySelector(".pathway")) import("./pathway.js");
