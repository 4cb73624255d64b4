// What of the product can be asked: every route of the router with addresses that lead to it, and the forms and bodies
// it is sent, as the product's own pages show them. Nothing is listed by hand; a new route is there by itself.
import { filePattern, isRouteFile } from "../../../lib/jsr/fresh/file-routes.ts";
import { apiCases } from "../api-routes.ts";
import { ORIGIN, type TestHandler } from "../app.ts";
import { filesBelow } from "../module-graph.ts";
import { formsOf, linksOf, type ShownForm } from "../shown-forms.ts";
import type { World } from "./world.ts";

/** A request that somebody honest would send. */
export interface Sample {
  method: string;
  /** Path and query. */
  address: string;
  body: SampleBody;
}

/** What it carries. */
export type SampleBody =
  | { kind: "none" }
  | { kind: "form"; fields: [name: string, value: string][] }
  | { kind: "json"; value: Record<string, unknown> };

/** A route of the product and how it is asked. */
export interface Target {
  /** Pattern of the router, as in `/bookings/:link/cancel`. */
  route: string;
  samples: Sample[];
}

/** Most pages that are opened on the way to every form. */
const MAX_PAGES = 400;
/** Most samples of a route: those after them are like those before. */
const MAX_SAMPLES = 6;
/** Addresses that no route has: an unknown one, a static file, a file that is missing. */
const BESIDE_ROUTES = ["/no/such/page", "/styles.css", "/favicon.ico"];

/** The patterns of every route file, as the router has them. */
export function routePatterns(): string[] {
  return filesBelow("routes").map((path) => path.slice("routes/".length))
    .filter((path) => isRouteFile(path) && !/(^|\/)_[^/]*$/.test(path)).map(filePattern).sort();
}

/** Every route with its samples, found by following the product's own links from `world.doors`. */
export async function surfaceOf(app: TestHandler, world: World): Promise<Target[]> {
  const patterns = routePatterns();
  const routeOf = router(patterns);
  const found = new Map<string, Sample[]>(patterns.map((route) => [route, []]));
  const note = (sample: Sample) => {
    const samples = found.get(routeOf(sample.address) ?? "");
    if (samples !== undefined && samples.length < MAX_SAMPLES) samples.push(sample);
  };
  for (const { method, path, body, form } of await apiCases(world.services)) {
    const fields = form === undefined ? null : Object.entries(form);
    const other: SampleBody = fields === null ? { kind: "none" } : { kind: "form", fields };
    note({
      method,
      address: path,
      body: body === undefined ? other : { kind: "json", value: body },
    });
  }
  await follow(app, world, routeOf, note);
  const beside = BESIDE_ROUTES.map((address) => ({ route: address, samples: [opening(address)] }));
  return [...[...found].map(([route, samples]) => ({ route, samples })), ...beside];
}

async function follow(
  app: TestHandler,
  world: World,
  routeOf: (address: string) => string | null,
  note: (sample: Sample) => void,
): Promise<void> {
  const seen = new Set<string>(world.doors);
  const opened = new Map<string, number>();
  let pages = 0;
  for (const address of seen) {
    const route = routeOf(address);
    const times = opened.get(route ?? "") ?? 0;
    if (route === null || times >= MAX_SAMPLES || pages >= MAX_PAGES) continue;
    opened.set(route, times + 1);
    note(opening(address));
    const response = await app(
      new Request(ORIGIN + address, { headers: { cookie: world.operator.cookie } }),
    );
    if (!isPage(response)) {
      await response.body?.cancel();
      continue;
    }
    pages++;
    const html = await response.text();
    for (const form of formsOf(html, ORIGIN + address)) note(sampleOf(form));
    for (const link of linksOf(html, ORIGIN + address)) seen.add(link);
  }
}

function opening(address: string): Sample {
  return { method: "GET", address, body: { kind: "none" } };
}

function isPage(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/html") ?? false;
}

/** Finds the route that answers an address: fixed pieces before `:name`, before `:name*`. */
function router(patterns: readonly string[]): (address: string) => string | null {
  const ordered = patterns.toSorted((a, b) => vagueness(a) - vagueness(b))
    .map((route) => ({ route, pattern: new URLPattern({ pathname: route }) }));
  return (address) => {
    const { pathname } = new URL(address, ORIGIN);
    return ordered.find(({ pattern }) => pattern.test({ pathname }))?.route ?? null;
  };
}

function vagueness(pattern: string): number {
  return (pattern.includes("*") ? 100 : 0) + pattern.split(":").length;
}

function sampleOf({ method, action, fields: shown }: ShownForm): Sample {
  // Of the buttons and choices of one name a person sends one.
  const fields = [...new Map(shown.toReversed())].toReversed();
  if (method === "POST") return { method, address: action, body: { kind: "form", fields } };
  return opening(`${action.replace(/\?.*$/, "")}?${new URLSearchParams(fields)}`);
}
