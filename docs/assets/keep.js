// A copy of the site on this device: made only when a reader asks for it, and deleted when the reader says so.
// Without this script, from a folder, or where the browser keeps nothing, the page says what to take instead.
(() => {
  const place = document.querySelector("[data-keep]");
  if (!place || !("serviceWorker" in navigator) || !("caches" in window)) return;
  const status = place.querySelector("[role=status]");
  const root = new URL("..", document.querySelector("link[rel='icon']").href);
  const button = (words, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "md-button", textContent: words });
    made.addEventListener("click", async () => {
      for (const other of place.querySelectorAll("button")) other.disabled = true;
      await act();
      await show();
      place.querySelector("button")?.focus();
    });
    return made;
  };
  const kept = async () => (await caches.keys()).filter((name) => name.startsWith("copy "));
  const listed = async () => (await fetch(new URL("copy.json", root), { cache: "no-cache" })).json();
  let trouble = "";

  async function forget() {
    for (const name of await kept()) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) if (worker.scope === root.href) await worker.unregister();
  }

  /** Fetches every file, a few at a time; a copy that is not whole is not kept. */
  async function keep() {
    trouble = "";
    try {
      const list = await listed();
      await forget();
      const cache = await caches.open(`copy ${list.version}, ${list.day}`);
      const files = list.files.map((name) => new URL(name, root).href);
      for (let start = 0; start < files.length; start += 8) {
        status.textContent = `Fetching: ${Math.round((100 * start) / files.length)} %`;
        await cache.addAll(files.slice(start, start + 8));
      }
      await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.href });
    } catch {
      await forget();
      trouble = "The copy could not be finished, so nothing was kept. ";
    }
  }

  async function show() {
    const [name] = await kept();
    const list = await listed().catch(() => null); // without a network
    const newest = list && `copy ${list.version}, ${list.day}`;
    const size = list ? ` (about ${Math.max(1, Math.round(list.bytes / 1e6))} MB)` : "";
    status.textContent = name
      ? `A ${name.replace("copy ", "copy of version ")} is on this device.${newest && newest !== name ? " A newer version is there to be fetched." : ""}`
      : `${trouble}No copy is on this device.`;
    for (const old of place.querySelectorAll("button")) old.remove();
    if (!name) place.append(button(`Keep a copy on this device${size}`, keep));
    else place.append(button("Delete the copy", forget), ...(newest && newest !== name ? [" ", button(`Fetch the newer version${size}`, keep)] : []));
  }
  show();
})();
