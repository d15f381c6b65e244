// Answers from the copy of the site that a reader asked to keep on this device (assets/keep.js). It is registered only
// then, and keeps nothing of its own accord: a page that is in the copy is shown at once and renewed behind it.
const copy = async () => {
  const name = (await caches.keys()).find((key) => key.startsWith("copy "));
  return name ? caches.open(name) : null;
};

/** Takes a newer page into the copy, with the styles and scripts that it asks for by new names. */
async function renew(kept, address) {
  const fresh = await fetch(address, { cache: "no-cache" }).catch(() => null); // without a network the copy stays as it is
  if (!fresh?.ok || fresh.redirected) return;
  if (address.endsWith("/")) {
    const text = await fresh.clone().text();
    const files = [...text.matchAll(/(?:href|src)="([^":]+\.[0-9a-f]{8,}\.(?:css|js))"/g)].map(([, name]) => new URL(name, address).href);
    for (const file of files) if (!(await kept.match(file))) await kept.add(file);
  }
  await kept.put(address, fresh);
}

async function answer(event) {
  const kept = await copy();
  const address = event.request.url.split("#")[0];
  const found = kept && (await kept.match(address));
  if (!found) return fetch(event.request);
  if (!/\.[0-9a-f]{8,}\./.test(address)) event.waitUntil(renew(kept, address));
  return found;
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) event.respondWith(answer(event));
});
