// Who may keep what: every route answers as its row says, for whoever may look at it; what is dressed up as a file is kept
// by nobody; and docs/cdn.md has a row for each class.
import assert from "node:assert/strict";
import { type CacheClass, cacheControl, SHARED_CLASSES } from "../../lib/http/cache-classes.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import { allRoutes } from "../support/all-routes.ts";
import { disguisesOf, mayBeKept, PRIVATE_CANARIES } from "../support/disguises.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { type RouteCaller, routeCallers } from "../support/route-callers.ts";
import { addressOf, isMade, routeObjects } from "../support/route-objects.ts";

/** Streams say `no-transform` too: nothing on the way may wait for more of them. */
const STREAMS = /\/events$/;

function said(pattern: string, kept: CacheClass): readonly string[] {
  if (STREAMS.test(pattern)) return ["no-store, no-transform"];
  if (kept.by !== "everybody") return [cacheControl(kept)];
  // Whoever asks without a cache of ours in front, or in no language, asks for themselves.
  return [cacheControl(kept), "private, no-cache", `private, max-age=${kept.browserSeconds}`];
}

async function look({ origin }: TestProduct, { headers }: RouteCaller, path: string) {
  const response = await fetch(origin + path, { headers, redirect: "manual" });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { response, body: "" };
  }
  return { response, body: await response.text() };
}

Deno.test("every route tells caches what its row says, to everybody who may look, and no error is kept", async () => {
  await using product = await testProduct();
  const objects = await routeObjects(product.services);
  const callers = (await routeCallers(product)).filter(({ name }) =>
    ["guest", "admin", "driver", "customer"].includes(name)
  );
  const wrong: string[] = [];
  const answered = new Set<string>();
  for (const pattern of allRoutes()) {
    const { kept } = ROUTE_RULES[pattern] ?? assert.fail(pattern);
    for (const caller of callers) {
      // A sign-out would end the session of those who come after.
      if (/^\/(sign-out|enter)/.test(pattern) && caller.isSignedIn) continue;
      const path = await addressOf(pattern, objects, "own");
      const { response } = await look(product, caller, path);
      const control = response.headers.get("cache-control") ?? "nothing";
      const name = `${caller.name} ${pattern}: ${response.status} ${control}`;
      if (response.status === 200) {
        answered.add(pattern);
        if (!said(pattern, kept).includes(control)) wrong.push(name);
      } else if (/public|max-age/.test(control)) wrong.push(name);
    }
  }
  assert.deepEqual(wrong, []);
  assert(answered.size > 75, `${answered.size} routes answered`);
});

Deno.test("what is private is refused or kept by nobody under every disguise that makes a cache take it for a file", async () => {
  await using product = await testProduct();
  const objects = await routeObjects(product.services);
  const callers = await routeCallers(product);
  const admin = callers.find(({ name }) => name === "admin") ?? assert.fail();
  const kept: string[] = [];
  const routes = allRoutes().filter((pattern) =>
    ROUTE_RULES[pattern]?.kept.by !== "everybody" && !/^\/(sign-out|enter)/.test(pattern)
  );
  let asked = 0;
  for (const pattern of routes) {
    assert(ROUTE_RULES[pattern]?.who !== "link" || isMade(pattern, objects), pattern);
    const path = await addressOf(pattern, objects, "own");
    for (const disguise of disguisesOf(path)) {
      // As every client does, `/%2e%2e/` is followed before anything is asked.
      if (new URL(disguise.path, product.origin).pathname === "/styles.css") continue;
      asked++;
      const { response, body } = await askFor(product, admin, disguise);
      const isSaid = PRIVATE_CANARIES.some((canary) => body.includes(canary));
      const name = `${disguise.method ?? "GET"} ${disguise.path}: ${response.status}`;
      // Nothing at all may be kept: what names a private thing is not even a page of ours to remember.
      if (mayBeKept(response.headers)) kept.push(`${name} ${isSaid ? "with private words" : ""}`);
    }
  }
  assert.deepEqual(kept, []);
  assert(asked > 2_000, `${asked} asked`);
});

async function askFor(
  { origin }: TestProduct,
  { headers }: RouteCaller,
  disguise: { path: string; method?: string; headers?: Record<string, string> },
) {
  const init = { method: disguise.method ?? "GET", headers: { ...headers, ...disguise.headers } };
  const response = await fetch(origin + disguise.path, { ...init, redirect: "manual" });
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return { response, body: await response.text() };
  }
  await response.body?.cancel();
  return { response, body: "" };
}

Deno.test("docs/cdn.md has a row for each class of what everybody may be given", async () => {
  const document = await Deno.readTextFile("docs/cdn.md");
  const written = document.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim()).slice(1, -1);
    return /^`[a-z]+`$/.test(cells[0] ?? "") && /^[\d,]+ s$/.test(cells[1] ?? "")
      ? [cells.slice(0, 6).map((cell) => cell.replace(/[`,]| s$/g, "")).join(" | ")]
      : [];
  });
  const rows = Object.values(SHARED_CLASSES).map((one) =>
    [
      ...[one.name, one.browserSeconds, one.edgeSeconds, one.staleSeconds, one.errorSeconds],
      one.keys.join(" "),
    ].join(" | ")
  );
  assert.deepEqual(written, rows);
});
