// What people ask of the public part in a busy hour: fixed in advance, so that a figure of today can be compared with one
// of tomorrow. Places by Zipf (s = 1.0), typed letter by letter; a tenth reads in English; some come back.
import type { PlaceIndex } from "../../lib/places/place-index.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { seeded } from "./random.ts";

/** One request. */
export interface TracedRequest {
  path: string;
  headers: Record<string, string>;
  kind: "page" | "file" | "search" | "worker";
}

/** The seed of the trace, and how many places are asked for. */
export const TRACE_SEED = 20_261_126;
const PLACES = 3_000;
/** Letters after which the field has asked. */
const TYPED = [2, 3, 4, 6] as const;

/** The requests of `visits` visits; `files` are what a page loads. */
export function publicTrace(
  { places }: Pick<PlaceIndex, "places">,
  files: readonly string[],
  visits: number,
): TracedRequest[] {
  const random = seeded(TRACE_SEED);
  const names = places.slice(0, PLACES).map(({ place }) => place.name);
  const rank = zipf(names.length, random);
  const trace: TracedRequest[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const locale = random() < 0.1 ? "en" : "sv";
    const headers: Record<string, string> = locale === "en" ? { cookie: "avanti-locale=en" } : {};
    const campaign = random() < 0.2 ? `?utm_source=mail&utm_campaign=${visit}` : "";
    trace.push({ path: paths.home() + campaign, headers, kind: "page" });
    // Who has been here before has the files of the build.
    if (random() < 0.6) {
      trace.push(...files.map((path) => ({ path, headers, kind: "file" as const })));
    }
    trace.push({ path: "/sw.js", headers, kind: "worker" });
    for (let fields = random() < 0.8 ? 2 : 0; fields > 0; fields--) {
      const name = (names[rank()] ?? "").toLowerCase();
      for (const letters of TYPED.filter((count) => count <= name.length)) {
        const path = paths.api.places({ q: name.slice(0, letters), locale });
        trace.push({ path, headers, kind: "search" });
      }
    }
    for (const path of [paths.prices(), paths.help(), paths.terms(), paths.privacy()]) {
      if (random() < 0.15) trace.push({ path, headers, kind: "page" });
    }
  }
  return trace;
}

/** Draws ranks below `count`, the first the most often: the k-th as often as 1/k of it. */
function zipf(count: number, random: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let k = 1; k <= count; k++) sums.push(sum += 1 / k);
  return () => {
    const drawn = random() * sum;
    return sums.findIndex((upTo) => upTo >= drawn);
  };
}
