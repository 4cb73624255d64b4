// What the service worker does; /sw.js says for which build and then loads this. When a page cannot be
// fetched, it shows the offline page in the language last read. It stores that page and its files, and of trips
// one ticket: the one looked at last, until the moment its page says (lib/ui/customer/kept/kept-store.ts). All else
// it fetches for people it passes on and forgets.

const { version, pages, files, words } = self.AVANTI;
const CACHE = `avanti-offline-${version}`;
/** Outlives the builds: which language was read last. */
const KEPT = "avanti-language";
const LANGUAGE = "/offline-language";
/** Said by a ticket's page: until when it may be kept, in milliseconds; 0 once the ride is over. */
const KEEP_UNTIL = "avanti-keep-until";
const TICKET = /^\/bookings\/[\w-]{20,200}$/;
/** What keeps the ticket may load: its styles, fonts and pictures. It is read, and does nothing. */
const READ_ONLY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

self.addEventListener("install", (event) => {
  event.waitUntil(storeOfflinePages().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(pageOrOffline(event));
  } else if (request.method === "GET" && TICKET.test(new URL(request.url).pathname)) {
    // The page asks for itself anew when its booking has changed.
    event.respondWith(fetched(event));
  } else if (new URL(request.url).searchParams.has("__frsh_c")) {
    // Only hashed files: what was stored under such an address never changes.
    event.respondWith(caches.match(request).then((stored) => stored ?? fetch(request)));
  }
});

// A ticket that was opened before there was a worker.
self.addEventListener("message", (event) => {
  const { pathname, origin } = new URL(event.source.url);
  if (origin !== self.location.origin || !TICKET.test(pathname)) return;
  event.waitUntil(fetch(pathname).then((response) => keepTicket(pathname, response), () => {}));
});

async function pageOrOffline(event) {
  try {
    const response = await fetched(event);
    const language = response.headers.get("content-language");
    if (language in pages) await rememberLanguage(language);
    return response;
  } catch {
    const ticket = await keptTicket();
    if (ticket?.path === new URL(event.request.url).pathname) return shownTicket(ticket);
    const said = await (await caches.match(LANGUAGE))?.text();
    const language = said in pages ? said : Object.keys(pages)[0];
    const cache = await caches.open(CACHE);
    const page = await cache.match(pages[language]);
    if (page === undefined) return Response.error();
    return ticket === null ? page : await withWayTo(ticket.path, page, words[language]);
  }
}

/** The answer; a ticket among them is kept beside. */
async function fetched(event) {
  const response = await fetch(event.request);
  const { pathname } = new URL(event.request.url);
  if (TICKET.test(pathname)) event.waitUntil(keepTicket(pathname, response.clone()));
  return response;
}

/** Keeps a ticket for as long as its page says, in the place of the one before; one that is over goes. */
async function keepTicket(path, response) {
  const said = response.headers.get(KEEP_UNTIL);
  if (response.status !== 200 || said === null) return;
  const untilMs = Number(said);
  if (untilMs > Date.now()) {
    const html = await response.text();
    const language = response.headers.get("content-language");
    const value = { path, html, language, atMs: Date.now() };
    await withRows("readwrite", (rows) => rows.put({ name: "ticket", untilMs, value }));
  } else if ((await keptTicket())?.path === path) await forgetTicket();
}

/** The ticket that is kept, or null; one whose time is over is gone. */
async function keptTicket() {
  const row = await withRows("readonly", (rows) => rows.get("ticket"));
  if (!row) return null;
  if (row.untilMs > Date.now()) return row.value;
  await forgetTicket();
  return null;
}

async function forgetTicket() {
  await withRows("readwrite", (rows) => rows.delete("ticket"));
}

/** The ticket as it was read last, which it says; without scripts, which would ask for what is not there. */
function shownTicket({ html, language, atMs }) {
  const time = new Date(atMs).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  const said = (words[language] ?? Object.values(words)[0]).kept.replace("{time}", time);
  const notice =
    `<div class="shell-notice page" role="status"><div class="notice warn">${said}</div></div>`;
  const shown = html.replace(/<script\b[^>]*>.*?<\/script>/gs, "")
    .replace(/(<main\b[^>]*>)/, (main) => main + notice);
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": READ_ONLY,
  };
  return new Response(shown, { headers });
}

/** The offline page with the way to the ticket in front of its buttons. */
async function withWayTo(path, page, { ticket }) {
  const link = `<a class="button primary" href="${path}">${ticket}</a>`;
  const html = (await page.text()).replace(/(<div class="button-row">)/, (row) => row + link);
  return new Response(html, { headers: page.headers });
}

/** Asks the rows of kept-store.ts; undefined where the browser forbids them. */
async function withRows(mode, ask) {
  try {
    const request = indexedDB.open("avanti-kept", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("rows", { keyPath: "name" });
    const database = await answerOf(request);
    try {
      return await answerOf(ask(database.transaction("rows", mode).objectStore("rows")));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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
