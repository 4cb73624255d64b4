// What the service worker does; /sw.js says for which build and then loads this. When a page cannot be
// fetched, it shows the offline page in the language last read. It stores that page and its files and
// nothing of anybody's trip: what it fetches for people it passes on and forgets.

const { version, pages, files } = self.AVANTI;
const CACHE = `avanti-offline-${version}`;
/** Outlives the builds: which language was read last. */
const KEPT = "avanti-language";
const LANGUAGE = "/offline-language";

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
    if (language in pages) await rememberLanguage(language);
    return response;
  } catch {
    const language = await (await caches.match(LANGUAGE))?.text();
    const cache = await caches.open(CACHE);
    return await cache.match(pages[language] ?? Object.values(pages)[0]) ?? Response.error();
  }
}

async function storeOfflinePages() {
  const cache = await caches.open(CACHE);
  for (const page of Object.values(pages)) await store(cache, page, /^text\/html/);
  for (const file of files) await store(cache, file, /^(?:text\/css|font\/|image\/)/);
}

/** Stores what is whole, ours and of its type; anything else ends the installation, and the old worker stays. */
async function store(cache, address, type) {
  // Without credentials, so that asking for a language here does not choose it for the person.
  const response = await fetch(address, { credentials: "omit" });
  const isGood = response.status === 200 && response.type === "basic" && !response.redirected &&
    type.test(response.headers.get("content-type") ?? "");
  if (!isGood) throw new TypeError(`${address} cannot be stored: ${response.status}`);
  await cache.put(address, response);
}

async function rememberLanguage(language) {
  const cache = await caches.open(KEPT);
  await cache.put(LANGUAGE, new Response(language));
}

async function dropOldCaches() {
  for (const name of await caches.keys()) {
    if (name !== CACHE && name !== KEPT) await caches.delete(name);
  }
}

// A message about a ride somebody follows; what it says was encrypted for this browser alone.
self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const shown = { body, tag, data: { url }, renotify: true };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openTicket(event.notification.data.url));
});

/** The window that shows the ticket already, else a new one; never an address of another site. */
async function openTicket(address) {
  const { href, origin } = new URL(address, self.location.origin);
  if (origin !== self.location.origin) return;
  const open = await self.clients.matchAll({ type: "window" });
  const showing = open.find((client) => client.url === href);
  await (showing === undefined ? self.clients.openWindow(href) : showing.focus());
}
