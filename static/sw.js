// Service worker: when a page cannot be fetched, shows the offline page in the language last read.
// It stores that page and its styles, nothing of anybody's trip.

const CACHE = "avanti-offline-1";
const LANGUAGES = ["sv", "en"];

self.addEventListener("install", (event) => {
  event.waitUntil(storeOfflinePages().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(pageOrOffline(request));
  } else if (new URL(request.url).searchParams.has("__frsh_c")) {
    // Only hashed files: what was stored under such an address never changes.
    event.respondWith(caches.match(request).then((stored) => stored ?? fetch(request)));
  }
});

async function pageOrOffline(request) {
  try {
    const response = await fetch(request);
    const language = response.headers.get("content-language");
    if (language !== null) await rememberLanguage(language);
    return response;
  } catch {
    const cache = await caches.open(CACHE);
    const language = await (await cache.match("/offline-language"))?.text() ?? "sv";
    return await cache.match(offlinePath(language)) ?? Response.error();
  }
}

async function storeOfflinePages() {
  const cache = await caches.open(CACHE);
  for (const language of LANGUAGES) {
    // Without credentials, so that asking for a language here does not choose it for the person.
    const page = await fetch(offlinePath(language), { credentials: "omit" });
    const html = await page.clone().text();
    await cache.put(offlinePath(language), page);
    const files = [...html.matchAll(/<link[^>]+href="(\/[^"]+)"[^>]*>/g)]
      .filter(([tag]) => /rel="(?:stylesheet|preload|icon)"/.test(tag))
      .map(([, href]) => href.replaceAll("&amp;", "&"));
    await cache.addAll([...new Set(files)]);
  }
}

async function rememberLanguage(language) {
  const cache = await caches.open(CACHE);
  await cache.put("/offline-language", new Response(language));
}

async function dropOldCaches() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

function offlinePath(language) {
  return `/offline?lang=${language}`;
}
