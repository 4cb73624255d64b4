// Requests that nobody honest sends, to every route the product has: each is answered as the product answers, none is
// a fault of ours, and who is refused has changed nothing. `deno task bench malformed` sends ten thousand to a route.
import assert from "node:assert/strict";
import { ORIGIN } from "../support/app.ts";
import { attack } from "../support/hostile/attack.ts";
import type { HostileRequest } from "../support/hostile/request.ts";
import { routePatterns, surfaceOf, type Target } from "../support/hostile/surface.ts";
import { answered, complaints } from "../support/hostile/verdict.ts";
import { makeWorld } from "../support/hostile/world.ts";
import { SEED, seeded } from "../support/random.ts";

const REQUESTS_PER_ROUTE = 60;
/** Routes that one company is attacked by: what is asked of it wears it out. */
const ROUTES_PER_WORLD = 30;

Deno.test("every route is found by the product's own links, with a request that somebody honest sends", async () => {
  await using world = await makeWorld();
  const targets = await surfaceOf(world.app, world);
  const unreached = targets.filter(({ samples }) => samples.length === 0)
    .map(({ route }) => `${route}: no page leads there; give doorsOf() an address`);
  assert.deepEqual(unreached, []);
  assert(targets.some(({ samples }) => samples.some(({ body }) => body.kind === "form")));
});

const routes = routePatterns();
for (let first = 0; first < routes.length; first += ROUTES_PER_WORLD) {
  const some = routes.slice(first, first + ROUTES_PER_WORLD);
  const title = `${some.length} routes from ${some[0]} on`;
  Deno.test(`${title} answer ${REQUESTS_PER_ROUTE} hostile requests each`, async () => {
    await using world = await makeWorld();
    const targets = await surfaceOf(world.app, world);
    const wanted = targets.filter(({ route }) => some.includes(route) || !routes.includes(route));
    await attackAll(world, wanted);
    world.test.stop.abort();
  });
}

async function attackAll(
  world: Awaited<ReturnType<typeof makeWorld>>,
  targets: readonly Target[],
): Promise<void> {
  const random = seeded(SEED);
  for (const target of targets) {
    const { faults } = await attack(world, target, { count: REQUESTS_PER_ROUTE, random });
    assert.deepEqual(faults, [], `seed ${SEED}, ${target.route}`);
  }
}

Deno.test("complaints() sees each planted fault of an answer, and passes those that are as they should be", async () => {
  const page = (body: string, init: ResponseInit = {}) =>
    new Response(`<!DOCTYPE html><html lang="sv"><body>${body}</body></html>`, {
      ...{ headers: { "content-type": "text/html; charset=utf-8" } },
      ...init,
    });
  const problem = (status: number, said: Record<string, unknown>) =>
    new Response(JSON.stringify({ status: 404, ...said }), {
      ...{ status, headers: { "content-type": "application/problem+json" } },
    });
  const swedish = { code: "not-found", category: "not-found", requestId: "7F3K-22QD" };
  const detail = "Det finns inget på den här adressen.";
  const planted: readonly [fault: RegExp, asked: string, answer: Response, written?: string][] = [
    [/status 500/, "/", page("", { status: 500 })],
    [/inside: TypeError/, "/", page("<p>TypeError: x is not a function")],
    [/inside: file:/, "/", page("file:///srv/avanti/main.ts")],
    [/as markup/, "/", page("<i id=planted>")],
    [/a page with href="\/\/evil/, "/", page('<a href="//evil.example/">')],
    [/405 without Allow/, "/", page("", { status: 405 })],
    [/leads to https:\/\/evil/, "/", Response.redirect("https://evil.example/")],
    [/a page in sv, not in en/, "/?lang=en", page("")],
    [/cut short/, "/", new Response("<html", { headers: { "content-type": "text/html" } })],
    [/refused with 404, and wrote booking/, "/", page("", { status: 404 }), "booking"],
    [/refusal of the type text/, "/api/x", new Response("no", { status: 404 })],
    [/another status/, "/api/x", problem(409, { ...swedish, detail })],
    [/without its parts/, "/api/x", problem(404, { ...swedish, detail: "" })],
    [/nobody knows: nothing/, "/api/x", problem(404, { ...swedish, code: "nothing", detail })],
    [/not in en/, "/api/x?lang=en", problem(404, { ...swedish, detail })],
  ];
  for (const [fault, address, answer, written] of planted) {
    const found = complaints(asking(address), await answered(answer), written ? [written] : []);
    assert.equal(found.length, 1, `${fault}: ${found}`);
    assert.match(found[0] ?? "", fault);
  }
  const fine = [asking("/"), await answered(page("<p>Hej"))] as const;
  assert.deepEqual(complaints(...fine, ["booking"]), []);
});

function asking(address: string): HostileRequest {
  const request = new Request(ORIGIN + address);
  const locale = address.includes("lang=en") ? "en" : null;
  return { request, method: "GET", locale, isSignedIn: false, said: address };
}
