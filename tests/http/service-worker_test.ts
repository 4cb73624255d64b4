// The service worker, run in a scope of the test's own: what it stores, and what it shows without a network.
import assert from "node:assert/strict";
import { cacheControl, SHARED_CLASSES } from "../../lib/http/cache-classes.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { testServices } from "../support/services.ts";

interface Build {
  version: string;
  pages: Record<string, string>;
  files: string[];
}

/** Where the worker's clock stands. */
const NOW_MS = 1_795_000_000_000;

/** Its dates. */
class StillDate extends Date {
  static override now(): number {
    return NOW_MS;
  }
}

const TICKET = `/bookings/${"A".repeat(40)}`;
const OTHER = `/bookings/${"B".repeat(39)}Z`;

const CODE = await Deno.readTextFile(new URL("../../static/offline-worker.js", import.meta.url));

Deno.test("the worker of a build names the offline page of each language and the files it needs", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await app(new Request(`${ORIGIN}/sw.js`));
  assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.equal(response.headers.get("cache-control"), cacheControl(SHARED_CLASSES.worker));
  const script = await response.text();
  const build = buildIn(script);
  assert.deepEqual(build.pages, { sv: "/offline?lang=sv", en: "/offline?lang=en" });
  assert(build.files.some((file) => file.startsWith("/styles.css?__frsh_c=")));
  assert(build.files.some((file) => file.startsWith("/fonts/hanken-grotesk.woff2?__frsh_c=")));
  assert.match(script, /importScripts\("\/offline-worker\.js\?__frsh_c=\w+"\);\n$/);
  for (const file of [...build.files, ...Object.values(build.pages)]) {
    assert.equal((await get(app, file)).status, 200, file);
  }
});

Deno.test("the worker is the same for everybody and every time, and another one when the page is", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const scriptFor = async (headers: HeadersInit) =>
    await (await app(new Request(`${ORIGIN}/sw.js`, { headers }))).text();
  const script = await scriptFor({});
  assert.equal(await scriptFor({ cookie: "avanti-locale=en" }), script);
  // Another address of the product is another page: its links to other languages differ.
  await using moved = await testServices({
    environment: { AVANTI_ORIGIN: "https://avanti.example" },
  });
  const other = await (await testApp(moved.services))(new Request(`${ORIGIN}/sw.js`));
  assert.notEqual(buildIn(await other.text()).version, buildIn(script).version);
});

Deno.test("it stores the offline pages and their files, and drops what an earlier build stored", async () => {
  const worker = start({ answers: () => good() });
  worker.stored("avanti-offline-former").set("/offline?lang=sv", "old");
  await worker.happen("install");
  await worker.happen("activate");
  assert.deepEqual(worker.names(), ["avanti-offline-v1"]);
  assert.deepEqual([...worker.stored("avanti-offline-v1").keys()], [
    "/offline?lang=sv",
    "/offline?lang=en",
    "/styles.css?__frsh_c=1",
  ]);
});

Deno.test("what is no whole answer of ours and of its type is not stored, and the former worker stays", async () => {
  const bad: readonly (readonly [string, () => Response])[] = [
    ["a failure", () => good({ status: 500 })],
    ["a part", () => good({ status: 206 })],
    ["of another site", () => good({ type: "opaque" })],
    ["redirected", () => good({ redirected: true })],
    ["a sign-in page of a hotel's network", () => good({ contentType: "text/plain" })],
  ];
  for (const [name, answer] of bad) {
    const worker = start({ answers: answer });
    await assert.rejects(worker.happen("install"), /cannot be stored/, name);
    assert.deepEqual([...worker.stored("avanti-offline-v1").keys()], [], name);
  }
});

Deno.test("a page that was read is passed on and not stored; without a network the offline page comes in its language", async () => {
  let isOnline = true;
  const worker = start({
    answers: (path) => {
      if (!isOnline) throw new TypeError("no network");
      return good({ language: path.startsWith("/bookings") ? "en" : null });
    },
  });
  await worker.happen("install");
  assert.match(await worker.navigate("/bookings/secret"), /of \/bookings\/secret/);
  const names = worker.names().flatMap((name) => [...worker.stored(name).keys()]);
  assert(!names.some((name) => name.includes("secret")), "no private page is stored");
  isOnline = false;
  assert.match(await worker.navigate("/bookings/secret"), /of \/offline\?lang=en/);
});

Deno.test("the ticket looked at last opens without a network until its time is over, says how old it is, and does nothing", async () => {
  let isOnline = true;
  const untilMs = NOW_MS + 3_600_000;
  const ticket = (path: string) =>
    good({ language: path.endsWith("Z") ? "en" : "sv", keepUntil: untilMs });
  const worker = start({
    answers: (path) => {
      if (!isOnline) throw new TypeError("no network");
      return path.startsWith("/bookings") ? ticket(path) : good();
    },
  });
  await worker.happen("install");
  await worker.navigate(TICKET);
  await worker.navigate(OTHER);
  assert.equal(worker.rows.size, 1, "one ticket, the last");
  isOnline = false;
  const shown = await worker.navigate(OTHER);
  assert.match(shown, /of \/bookings\//);
  assert.match(shown, /^<main id="content"><div class="shell-notice.*en \d\d:\d\d/);
  assert.doesNotMatch(shown, /<script/);
  assert.match(worker.policy(), /^default-src 'none'; style-src 'self'/);
  assert.match(await worker.navigate(TICKET), /of \/offline/);
  // The way to it stands on the offline page, in the language read last.
  assert.match(await worker.navigate("/prices"), new RegExp(`href="${OTHER}">Show<`));
  worker.rows.set("ticket", { ...worker.rows.get("ticket"), untilMs: NOW_MS - 1 });
  assert.match(await worker.navigate(OTHER), /of \/offline/);
  assert.equal(worker.rows.size, 0, "it is gone");
});

Deno.test("a ticket that is over is kept no more, another page never, and one that came before the worker is fetched", async () => {
  let keepUntil: number | undefined = NOW_MS + 3_600_000;
  const worker = start({ answers: () => good({ language: "sv", keepUntil }) });
  await worker.navigate(TICKET);
  assert.equal(worker.rows.size, 1);
  keepUntil = 0;
  await worker.navigate(OTHER);
  assert.equal(worker.rows.size, 1, "another that is over takes nothing away");
  await worker.navigate(TICKET);
  assert.equal(worker.rows.size, 0);
  keepUntil = NOW_MS + 3_600_000;
  for (const path of ["/prices", "/bookings/find", `${TICKET}/cancel`, "/account/rides"]) {
    await worker.navigate(path);
    assert.equal(worker.rows.size, 0, path);
  }
  keepUntil = undefined;
  await worker.navigate(TICKET);
  assert.equal(worker.rows.size, 0, "a page that does not say so is not kept");
  keepUntil = NOW_MS + 3_600_000;
  await worker.happen("message", { source: { url: `https://avanti.example${TICKET}` } });
  assert.equal(worker.rows.size, 1);
});

Deno.test("a browser that forbids its storage shows the offline page as before", async () => {
  let isOnline = true;
  const worker = start({
    isForbidden: true,
    answers: () => {
      if (!isOnline) throw new TypeError("no network");
      return good({ language: "sv", keepUntil: NOW_MS + 3_600_000 });
    },
  });
  await worker.happen("install");
  assert.match(await worker.navigate(TICKET), /of \/bookings/);
  isOnline = false;
  assert.match(await worker.navigate(TICKET), /of \/offline/);
});

Deno.test("a message of a ride shows as it was sent, and a press opens its ticket, once, and nothing of others", async () => {
  const worker = start({ answers: () => good() });
  const message = { title: "Bilen är på väg", body: "Kim", url: "/bookings/secret", tag: "t" };
  await worker.happen("push", { data: { json: () => message } });
  const [[title, shown] = assert.fail()] = worker.shown;
  assert.deepEqual([title, shown.body, shown.tag], ["Bilen är på väg", "Kim", "t"]);
  const press = (url: string) =>
    worker.happen("notificationclick", {
      notification: { close: () => worker.opened.push("closed"), data: { url } },
    });
  await press(shown.data.url);
  assert.deepEqual(worker.opened, ["closed", "https://avanti.example/bookings/secret"]);
  worker.windows.push({
    url: "https://avanti.example/bookings/secret",
    focus: () => Promise.resolve(worker.opened.push("focused")),
  });
  await press(shown.data.url);
  await press("https://shop.se/phish");
  assert.deepEqual(worker.opened.slice(2), ["closed", "focused", "closed"]);
});

function buildIn(script: string): Build {
  return JSON.parse(/self\.AVANTI = (.*);\n/.exec(script)?.[1] ?? "");
}

async function get(app: TestHandler, path: string): Promise<Response> {
  const response = await app(new Request(ORIGIN + path));
  await response.body?.cancel();
  return response;
}

interface Answer {
  status?: number;
  type?: string;
  redirected?: boolean;
  contentType?: string;
  language?: string | null;
  keepUntil?: number | undefined;
}

/** An answer as a browser gives it: whole, of this site, unless told otherwise. */
function good(answer: Answer = {}): Response {
  const headers = new Headers();
  if (answer.contentType !== undefined) headers.set("content-type", answer.contentType);
  if (answer.keepUntil !== undefined) headers.set("avanti-keep-until", String(answer.keepUntil));
  if (answer.language) headers.set("content-language", answer.language);
  const response = new Response(null, { status: answer.status ?? 200, headers });
  Object.defineProperty(response, "type", { value: answer.type ?? "basic" });
  Object.defineProperty(response, "redirected", { value: answer.redirected ?? false });
  return response;
}

/** A message as it was shown: its title, and the rest. */
type Shown = [title: string, rest: { body: string; tag: string; data: { url: string } }];

/** The worker in a scope with caches that are maps and a network that is `answers`. */
function start(
  { answers, isForbidden = false }: { answers: (path: string) => Response; isForbidden?: boolean },
) {
  const caches = new Map<string, Map<string, string>>();
  const stored = (name: string) => caches.get(name) ?? caches.set(name, new Map()).get(name)!;
  const opened = (name: string) => ({
    put: async (key: string, response: Response) => {
      stored(name).set(key, await response.text());
    },
    match: (key: string) => Promise.resolve(found(stored(name).get(key))),
  });
  const shown: Shown[] = [];
  const addresses: string[] = [];
  const windows: { url: string; focus: () => Promise<unknown> }[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const self = {
    AVANTI: {
      version: "v1",
      pages: { sv: "/offline?lang=sv", en: "/offline?lang=en" },
      files: ["/styles.css?__frsh_c=1"],
      words: {
        sv: { ticket: "Visa", kept: "sv {time}" },
        en: { ticket: "Show", kept: "en {time}" },
      },
    },
    addEventListener: (name: string, listen: (event: unknown) => void) =>
      listeners.set(name, listen),
    skipWaiting: () => Promise.resolve(),
    location: { origin: "https://avanti.example" },
    registration: {
      showNotification(...said: Shown) {
        shown.push(said);
        return Promise.resolve();
      },
    },
    clients: {
      claim: () => Promise.resolve(),
      matchAll: () => Promise.resolve(windows),
      openWindow: (url: string) => Promise.resolve(addresses.push(url)),
    },
  };
  const cacheStorage = {
    open: (name: string) => Promise.resolve(opened(name)),
    match: (key: string) =>
      Promise.resolve(found([...caches.values()].map((cache) => cache.get(key)).find(Boolean))),
    keys: () => Promise.resolve([...caches.keys()]),
    delete: (name: string) => Promise.resolve(caches.delete(name)),
  };
  const fetched = (asked: string | { url: string }) => {
    const path = typeof asked === "string" ? asked : new URL(asked.url).pathname;
    return new Promise<Response>((resolve) => resolve(withBody(answers(path), path)));
  };
  const { rows, indexedDB } = fakeRows(isForbidden);
  let policy = "";
  new Function("self", "caches", "fetch", "indexedDB", "Date", CODE)(
    ...[self, cacheStorage, fetched, indexedDB, StillDate],
  );
  return {
    stored,
    names: () => [...caches.keys()],
    ...{ shown, windows, opened: addresses, rows },
    policy: () => policy,
    happen: (name: string, more: Record<string, unknown> = {}) => {
      const { promise, resolve } = Promise.withResolvers<Promise<unknown>>();
      listeners.get(name)?.({ ...more, waitUntil: resolve });
      return promise;
    },
    navigate: async (path: string) => {
      const { promise, resolve } = Promise.withResolvers<Promise<Response>>();
      const request = { mode: "navigate", method: "GET", url: ORIGIN + path };
      const kept: Promise<unknown>[] = [];
      const waitUntil = (work: Promise<unknown>) => kept.push(work);
      listeners.get("fetch")?.({ request, respondWith: resolve, waitUntil });
      const response = await promise;
      policy = response.headers.get("content-security-policy") ?? "";
      const text = await response.text();
      await Promise.all(kept);
      return text;
    },
  };
}

/** The answer with a body that says of what it is, and the type of what was asked for unless it has one. */
function withBody(answer: Response, path: string): Response {
  const headers = new Headers(answer.headers);
  const type = path.includes(".css") ? "text/css" : "text/html; charset=utf-8";
  if (!headers.has("content-type")) headers.set("content-type", type);
  const { status, type: kind, redirected } = answer;
  const page =
    `<main id="content">of ${path}<div class="button-row"></div></main><script>1</script>`;
  const isPage = /^text\/html/.test(headers.get("content-type") ?? "");
  const response = new Response(isPage ? page : `of ${path}`, { status, headers });
  Object.defineProperty(response, "type", { value: kind });
  Object.defineProperty(response, "redirected", { value: redirected });
  return response;
}

/** The rows of a database in memory, or one that the browser forbids. */
function fakeRows(isForbidden: boolean) {
  const rows = new Map<string, Record<string, unknown>>();
  const done = (result: unknown) => {
    const request: Record<string, unknown> = { result };
    queueMicrotask(() => {
      if (typeof request["onsuccess"] === "function") request["onsuccess"]();
    });
    return request;
  };
  const store = {
    get: (name: string) => done(rows.get(name)),
    put: (row: { name: string }) => done(void rows.set(row.name, row)),
    delete: (name: string) => done(void rows.delete(name)),
  };
  const database = { transaction: () => ({ objectStore: () => store }), close() {} };
  const open = () => {
    if (isForbidden) throw new Error("Forbidden");
    return done(database);
  };
  return { rows, indexedDB: { open } };
}

function found(body: string | undefined): Response | undefined {
  return body === undefined ? undefined : new Response(body);
}
