// What pdf.js sees in a PDF: node read.mjs FILE PAGE... prints its number of pages, title, language, outline by levels,
// fields of forms, and the text of these pages as structure and words, as JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { getDocument } = await import(pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")));
const [name, ...pages] = process.argv.slice(2);
const pdf = await getDocument({ data: new Uint8Array(await readFile(name)), isEvalSupported: false, verbosity: 0 }).promise;
const { info } = await pdf.getMetadata();

async function entries(items, level) {
  const found = [];
  for (const item of items ?? []) {
    const place = typeof item.dest === "string" ? await pdf.getDestination(item.dest) : item.dest;
    found.push([level, item.title, (await pdf.getPageIndex(place[0])) + 1], ...(await entries(item.items, level + 1)));
  }
  return found;
}

const kinds = (node) => (node?.children ? [node.role, ...node.children.flatMap(kinds)].filter(Boolean) : []);

async function read(number) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return { text: items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""), kinds: kinds(await page.getStructTree()) };
}

const fields = Object.keys((await pdf.getFieldObjects()) ?? {});
const outline = await entries(await pdf.getOutline(), 1);
const shown = Object.fromEntries(await Promise.all(pages.map(async (number) => [number, await read(Number(number))])));
console.log(JSON.stringify({ pages: pdf.numPages, title: info.Title, language: info.Language, marked: await pdf.getMarkInfo(), fields, outline, shown }));
