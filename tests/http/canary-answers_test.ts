// Whatever somebody writes where, the product's refusals do not say it again, and nothing of it gets into addresses,
// headers or the log. Every route there is, found by the product's own links.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { canaryRequests, hasTrace, PLANTED_PERSON } from "../support/hostile/canary-request.ts";
import { routePatterns, surfaceOf, type Target } from "../support/hostile/surface.ts";
import { type Answered, answered } from "../support/hostile/verdict.ts";
import { makeWorld, type World } from "../support/hostile/world.ts";

/** Routes that one company is asked at: what is asked of it wears it out. */
const ROUTES_PER_WORLD = 60;
/** Samples of a route; those after them are like those before. */
const MAX_SAMPLES = 3;
/** What leads from a page to itself: in the other language, by the address it has, and once somebody has signed in. */
const OWN_ADDRESS =
  /<link rel="(?:alternate|canonical)"[^>]*>|class="language-link" href="[^"]*"|\/sign-in\?next=[^"]*"/g;

const routes = routePatterns();
for (let first = 0; first < routes.length; first += ROUTES_PER_WORLD) {
  const some = routes.slice(first, first + ROUTES_PER_WORLD);
  Deno.test(`what somebody wrote is in no refusal, address, header or log line of ${some.length} routes from ${some[0]} on`, async () => {
    await using world = await makeWorld();
    const targets = await surfaceOf(world.app, world);
    const wanted = targets.filter(({ route }) => some.includes(route) || !routes.includes(route));
    const found: string[] = [];
    let count = 0;
    for (const target of wanted) count += await askAt(world, target, found);
    const said = world.test.records.filter((record) =>
      hasTrace(Deno.inspect(record, { depth: 9 }))
    );
    assert.deepEqual([...new Set(found)], []);
    assert.deepEqual(said, [], "in the log");
    assert(count > 4 * wanted.length, `${count} requests at ${wanted.length} routes`);
    world.test.stop.abort();
  });
}

async function askAt(world: World, { samples }: Target, found: string[]): Promise<number> {
  let count = 0;
  for (const sample of samples.slice(0, MAX_SAMPLES)) {
    for (const { request, said } of canaryRequests(sample, world.operator)) {
      world.test.clock.advance({ seconds: 1 });
      const traces = tracesIn(await world.app(request).then(answered));
      found.push(...traces.map((one) => `${said}: ${one}`));
      count++;
    }
  }
  return count;
}

/** Where in an answer something of the person stands that may not. */
function tracesIn({ response: { status, headers }, body }: Answered): string[] {
  const found = [...headers]
    // Whoever has to sign in first is led back to what they asked for.
    .filter(([name, value]) => name !== "location" || !value.startsWith(paths.signIn()))
    .filter(([, value]) => hasTrace(value)).map(([name]) => name);
  // A form comes back as it was filled in, to whoever filled it in.
  const isPage = (headers.get("content-type") ?? "").startsWith("text/html");
  const isForm = isPage && (status === 422 || status === 409);
  const isTold = status >= 400 && !isForm && hasTrace(body.replaceAll(OWN_ADDRESS, ""));
  return isTold ? [...found, `the body of ${status}`] : found;
}

Deno.test("the search sees what was planted, in each of the ways it may be written", () => {
  const written = [
    PLANTED_PERSON,
    encodeURIComponent(PLANTED_PERSON),
    encodeURIComponent(encodeURIComponent(PLANTED_PERSON)),
    new URLSearchParams({ q: PLANTED_PERSON }).toString(),
    ...["070-123 98 76", "Kanariefågel", "Kanariegatan"],
  ];
  for (const text of written) assert(hasTrace(text), text);
  const answer = new Response("ingen Kanariefågel här", { status: 404 });
  assert.deepEqual(tracesIn({ response: answer, body: "ingen Kanariefågel här" }), [
    "the body of 404",
  ]);
  assert.equal(hasTrace("+46701234567 Maja"), false);
});
