// bench/malformed: ten thousand hostile requests to every route the product has. Wanted: none is a fault of ours.
// `deno task bench malformed [REQUESTS] [PART/PARTS] [ROUTE]`: so many to a route; only every so manieth route, as
// `2/3` says, so that several processes share the work; only routes with that in their pattern.
import { attack } from "../../tests/support/hostile/attack.ts";
import { routePatterns, surfaceOf } from "../../tests/support/hostile/surface.ts";
import { makeWorld } from "../../tests/support/hostile/world.ts";
import { SEED, seeded } from "../../tests/support/random.ts";

const REQUESTS = 10_000;
/** Requests to one company: after those it has no bookings left that could be changed. */
const REQUESTS_PER_WORLD = 2_500;

if (import.meta.main) {
  const [requests = String(REQUESTS), part = "1/1", wanted = ""] = Deno.args;
  const [which = 1, parts = 1] = part.split("/").map(Number);
  const routes = routePatterns().filter((route, i) =>
    i % parts === which - 1 && route.includes(wanted)
  );
  Deno.exit(await measured(routes, Number(requests)) ? 0 : 1);
}

/** True when no answer was wrong. */
async function measured(routes: readonly string[], requests: number): Promise<boolean> {
  const unhandled: string[] = [];
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    unhandled.push(String(event.reason));
  });
  const sum = { requests: 0, faults: 0, classes: new Map<string, number>() };
  for (const route of routes) {
    const { classes, faults, sent } = await toRoute(route, requests);
    sum.requests += sent;
    sum.faults += faults.length;
    for (const [name, count] of classes) addTo(sum.classes, name, count);
    console.info(`${route}: ${sent} requests, ${said(classes)}, ${faults.length} faults`);
    for (const fault of faults) console.info(`  ${fault}`);
  }
  console.info(`${sum.requests} requests to ${routes.length} routes: ${said(sum.classes)}`);
  console.info(`${sum.faults} faults, ${unhandled.length} promises that nobody handled`);
  for (const reason of unhandled.slice(0, 20)) console.info(`  ${reason}`);
  return sum.faults + unhandled.length === 0;
}

async function toRoute(
  route: string,
  requests: number,
): Promise<{ sent: number; classes: Map<string, number>; faults: string[] }> {
  const all = { sent: 0, classes: new Map<string, number>(), faults: [] as string[] };
  const random = seeded(SEED);
  while (all.sent < requests && all.faults.length === 0) {
    await using world = await makeWorld();
    const target = (await surfaceOf(world.app, world)).find((one) => one.route === route);
    if (target === undefined) throw new Error(`No route ${route}`);
    const count = Math.min(REQUESTS_PER_WORLD, requests - all.sent);
    const one = await attack(world, target, { count, random });
    all.sent += one.requests;
    all.faults.push(...one.faults.map((fault) => `seed ${SEED}, ${fault}`));
    for (const [status, times] of one.statuses) addTo(all.classes, `${status}`[0] + "xx", times);
    world.test.stop.abort();
  }
  return all;
}

function addTo(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

function said(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort().map(([name, count]) => `${count} × ${name}`).join(", ");
}
