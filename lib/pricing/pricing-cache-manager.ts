// Front door to what prices are made of and can be kept: ways between two points, and fares by a tariff.
import type { Cache } from "../cache/cache.ts";
import { CacheCategory } from "../cache/category.ts";
import type { Point } from "../places/place.ts";
import type { RouteAnswer, RoutingEngine } from "../routing/route.ts";
import { fareKey } from "./fare-key-rules.ts";
import { buildFares, type Fare, type FareTerms } from "./quote-rules.ts";

/** What it stands on. */
export interface PricingCacheDeps {
  cache: Pick<Cache, "get">;
  routing: RoutingEngine;
}

/** What is thrown away when roads change in a way their name does not say. */
export const ROADS_TAG = "roads";

const ENDS = /^-?[\d.]+,-?[\d.]+;-?[\d.]+,-?[\d.]+$/;

/** Ways and fares. What it gives is frozen, and what the engine or the rules would say now of the same question. */
export class PricingCacheManager {
  readonly #deps: PricingCacheDeps;

  constructor(deps: PricingCacheDeps) {
    this.#deps = deps;
  }

  /**
   * The way between two points to the metre, by the roads the engine knows now. Where the engine that knows better does not
   * answer, what it said before, at most a week old; else what stands in for it, which is not kept. Throws as the engine does.
   */
  async route(from: Point, to: Point): Promise<RouteAnswer> {
    const { cache, routing } = this.#deps;
    if (routing.roads === undefined) return await routing.route(from, to);
    const ends = `${pointText(from)};${pointText(to)}`;
    const id = `${routing.roads()}|${ends}`;
    try {
      return await cache.get(
        { category: CacheCategory.ROUTE, id, tags: [ROADS_TAG] },
        () => this.#ask(ends),
      );
    } catch (error) {
      if (error instanceof StandIn) return error.answer;
      throw error;
    }
  }

  /** The way a recorded id was of, under the id it has by today's roads; null where nothing is kept. */
  wayOf(recorded: string): { id: string; load: () => Promise<RouteAnswer> } | null {
    const roads = this.#deps.routing.roads?.();
    const ends = recorded.slice(recorded.lastIndexOf("|") + 1);
    if (roads === undefined || !ENDS.test(ends)) return null;
    return { id: `${roads}|${ends}`, load: () => this.#ask(ends) };
  }

  /** Fares by class, öre incl. VAT: those of `buildFares` for the same terms. Throws as it does. */
  fares(terms: FareTerms): Promise<readonly Fare[]> {
    const key = { category: CacheCategory.PRICING, id: fareKey(terms) };
    return this.#deps.cache.get(key, () => Promise.resolve().then(() => buildFares(terms)));
  }

  /** Asked between the points of the key: whoever else has the key is given a way between the same ends. */
  async #ask(ends: string): Promise<RouteAnswer> {
    const [from, to] = ends.split(";").map(pointOf);
    const answer = await this.#deps.routing.route(from!, to!);
    if (answer.isStandIn) throw new StandIn(answer);
    return answer;
  }
}

/** Says to the cache that there is nothing to keep. */
class StandIn extends Error {
  constructor(readonly answer: RouteAnswer) {
    super("An engine did not answer");
  }
}

/** Five decimals, a metre: as places have them. */
function pointText({ lat, lng }: Point): string {
  return `${lat.toFixed(5)},${lng.toFixed(5)}`;
}

function pointOf(text: string): Point {
  const [lat, lng] = text.split(",").map(Number);
  return { lat: lat!, lng: lng! };
}
