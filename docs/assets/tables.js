// Long tables can be narrowed down to rows with certain words, and put in the order of a column.
// Without this script every row stands where the page has it.
(() => {
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  const words = (cell) => cell?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const labelled = (name, control) => {
    const label = document.createElement("label");
    label.append(name, " ", control);
    return label;
  };

  for (const table of document.querySelectorAll(".table-scroll table:not(.measures)")) {
    const [body] = table.tBodies;
    const rows = [...(body?.rows ?? [])];
    if (!table.tHead || rows.length < 5) continue;
    const texts = new Map(rows.map((row) => [row, words(row).toLowerCase()]));
    const filter = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
    const sorting = document.createElement("select");
    sorting.append(new Option("as on this page", ""), ...[...table.tHead.rows[0].cells].map((head, column) => new Option(words(head), column)));
    const status = document.createElement("p");
    status.setAttribute("role", "status");

    filter.addEventListener("input", () => {
      const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) row.hidden = !wanted.every((word) => texts.get(row).includes(word));
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = wanted.length ? `${shown} of ${rows.length} rows` : "";
    });
    sorting.addEventListener("change", () => {
      const column = sorting.value;
      const text = (row) => words(row.cells[column]);
      // What is empty says nothing, so it comes last.
      const sorted = column === "" ? rows : [...rows].sort((one, other) => !text(one) - !text(other) || order(text(one), text(other)));
      body.append(...sorted);
      status.textContent = column === "" ? "In the order of this page" : `In the order of “${sorting.selectedOptions[0].text}”`;
    });

    const tools = document.createElement("div");
    tools.className = "table-tools";
    tools.append(labelled("Only rows with", filter), labelled("Order", sorting), status);
    table.closest(".table-scroll").before(tools);
  }
})();
