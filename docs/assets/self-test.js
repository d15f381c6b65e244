// Checks the answers of the self-test and keeps a score, in this page's memory only: nothing is stored or sent.
// Without this script the questions are lists with their answers folded behind them.
(() => {
  const questions = [...document.querySelectorAll(".quiz__question")];
  const first = new Map(); // whether the first answer to each question was right

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** What is chosen: the place of one option, or of one for each row; -1 where nothing is. */
  function chosen(question) {
    const rows = [...question.querySelectorAll("select")].map((select) => select.selectedIndex - 1);
    return rows.length ? rows : [[...question.querySelectorAll("input")].findIndex((input) => input.checked)];
  }

  function score() {
    const right = [...first.values()].filter(Boolean).length;
    return `${right} of ${first.size} right at the first try, of ${questions.length} questions on this page.`;
  }

  /** Shows which of what was chosen is right: as words, since colour alone tells not everybody. */
  function mark(question, given, right) {
    for (const old of question.querySelectorAll(".quiz__mark")) old.remove();
    const places = question.querySelectorAll("select").length
      ? [...question.querySelectorAll("label")]
      : [question.querySelector("input:checked").closest("label")];
    places.forEach((label, place) => {
      const fits = given[place] === right[place];
      label.append(make("strong", { className: `quiz__mark quiz__mark--${fits ? "right" : "wrong"}` }, fits ? "✓ right" : "✗ not right"));
    });
  }

  function check(question, verdict) {
    const given = chosen(question);
    const right = question.dataset.right.split(" ").map(Number);
    if (given.includes(-1)) {
      verdict.textContent = given.length > 1 ? "Choose something for every line first." : "Choose an answer first.";
      return;
    }
    const hits = given.filter((value, place) => value === right[place]).length;
    if (!first.has(question)) first.set(question, hits === right.length);
    mark(question, given, right);
    const result = hits === right.length ? "Right." : right.length > 1 ? `${hits} of ${right.length} in place.` : "Not right.";
    verdict.replaceChildren(make("strong", {}, result), ` The reason is below. ${score()}`);
    question.querySelector("details").open = true;
  }

  for (const question of questions) {
    for (const input of question.querySelectorAll("input")) input.checked = false; // a browser may remember a choice
    for (const select of question.querySelectorAll("select")) select.selectedIndex = 0;
    const verdict = make("p", { className: "quiz__verdict" });
    verdict.setAttribute("role", "status");
    const button = make("button", { type: "button", className: "quiz__check" }, "Check");
    button.append(make("span", { className: "visually-hidden" }, ` question ${parseInt(question.querySelector(".quiz__number").textContent, 10)}`));
    button.addEventListener("click", () => check(question, verdict));
    question.querySelector("details").before(button, verdict);
  }
})();
