// Estimates against distances by road that are public facts: what road signs, timetables and atlases say.
import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import type { Point } from "../../lib/places/place.ts";
import { loadSweden } from "../../lib/places/sweden.ts";
import { createRoutingEngine } from "../../lib/routing/choose-engine.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { ROOT } from "../support/module-graph.ts";

const engine = createRoutingEngine({ sweden: loadSweden(), network: loadCityNetwork() });
// Of two towns of one name the first of the list is meant.
const towns = new Map(
  loadPlaceIndex().places.map(({ place }) => place).filter(({ kind }) => kind === "town")
    .map(({ name, point }) => [name, point] as const).reverse(),
);

/** Villages too small for the list of towns. */
const VILLAGES: Record<string, Point> = {
  Abisko: { lat: 68.349, lng: 18.83 },
  Ammarnäs: { lat: 65.958, lng: 16.21 },
  Hemavan: { lat: 65.82, lng: 15.09 },
  Kvikkjokk: { lat: 66.955, lng: 17.722 },
  Nikkaluokta: { lat: 67.8506, lng: 19.0097 },
  Sälen: { lat: 61.157, lng: 13.265 },
  Storlien: { lat: 63.315, lng: 12.1 },
};

const KNOWN_KM: [from: string, to: string, km: number][] = [
  ["Stockholm", "Göteborg", 470],
  ["Stockholm", "Malmö", 614],
  ["Stockholm", "Örebro", 200],
  ["Stockholm", "Västerås", 108],
  ["Stockholm", "Norrköping", 162],
  ["Stockholm", "Linköping", 200],
  ["Stockholm", "Jönköping", 325],
  ["Stockholm", "Karlstad", 308],
  ["Stockholm", "Gävle", 173],
  ["Stockholm", "Sundsvall", 376],
  ["Stockholm", "Falun", 220],
  ["Stockholm", "Södertälje", 36],
  ["Göteborg", "Karlstad", 248],
  ["Göteborg", "Örebro", 284],
  ["Göteborg", "Helsingborg", 215],
  ["Göteborg", "Strömstad", 163],
  ["Göteborg", "Varberg", 76],
  ["Malmö", "Helsingborg", 64],
  ["Malmö", "Kristianstad", 95],
  ["Malmö", "Lund", 20],
  ["Kristianstad", "Karlskrona", 105],
  ["Karlskrona", "Kalmar", 86],
  ["Kalmar", "Växjö", 110],
  ["Kalmar", "Oskarshamn", 75],
  ["Kalmar", "Borgholm", 40],
  ["Växjö", "Jönköping", 120],
  ["Halmstad", "Jönköping", 170],
  ["Helsingborg", "Jönköping", 238],
  ["Jönköping", "Borås", 85],
  ["Linköping", "Norrköping", 43],
  ["Linköping", "Jönköping", 128],
  ["Norrköping", "Nyköping", 59],
  ["Gränna", "Hjo", 112],
  ["Lidköping", "Trollhättan", 67],
  ["Lidköping", "Karlstad", 170],
  ["Mariestad", "Karlstad", 113],
  ["Örebro", "Karlstad", 108],
  ["Örebro", "Västerås", 95],
  ["Västerås", "Uppsala", 78],
  ["Västerås", "Eskilstuna", 47],
  ["Strängnäs", "Enköping", 34],
  ["Uppsala", "Gävle", 107],
  ["Gävle", "Sundsvall", 212],
  ["Falun", "Mora", 88],
  ["Mora", "Sälen", 95],
  ["Mora", "Östersund", 310],
  ["Östersund", "Sundsvall", 187],
  ["Åre", "Storlien", 55],
  ["Sundsvall", "Härnösand", 50],
  ["Sundsvall", "Umeå", 265],
  ["Örnsköldsvik", "Umeå", 112],
  ["Umeå", "Skellefteå", 135],
  ["Umeå", "Luleå", 265],
  ["Luleå", "Haparanda", 130],
  ["Luleå", "Kiruna", 340],
  ["Kiruna", "Abisko", 95],
  ["Kiruna", "Gällivare", 123],
  ["Kiruna", "Nikkaluokta", 66],
  ["Gällivare", "Jokkmokk", 94],
  ["Jokkmokk", "Kvikkjokk", 119],
  ["Storuman", "Hemavan", 145],
  ["Ammarnäs", "Hemavan", 307],
  ["Nikkaluokta", "Kvikkjokk", 402],
];

/** Metres found ÷ metres known, less one. */
async function errorOf(from: Point, to: Point, km: number): Promise<number> {
  const answer = await engine.route(from, to);
  assert.ok(answer.ok);
  return answer.route.distanceMeters / 1_000 / km - 1;
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + Math.abs(b), 0) / values.length;
}

Deno.test("known trips all over the country are on the mean within 5 %, and none is 15 % off", async () => {
  const placeOf = (name: string) => VILLAGES[name] ?? towns.get(name);
  const errors: number[] = [];
  for (const [from, to, km] of KNOWN_KM) {
    const [start, end] = [placeOf(from), placeOf(to)];
    assert.ok(start && end, `${from}–${to}`);
    const error = await errorOf(start, end, km);
    assert.ok(Math.abs(error) < 0.15, `${from}–${to} ${(100 * error).toFixed(1)} %`);
    errors.push(error);
  }
  assert.ok(mean(errors) < 0.05, `${mean(errors)}`);
});

const trips = rowsOf("trips");
const routes = rowsOf("routes");

Deno.test({
  name: "given trips are on the mean within 6 % of their distance, and none is 15 % off",
  ignore: trips.length === 0,
  async fn() {
    const errors: number[] = [];
    for (const [, from = "", , to = "", km] of trips) {
      errors.push(await errorOf(pointOf(from), pointOf(to), Number(km)));
    }
    assert.ok(errors.length > 20);
    assert.ok(errors.every((error) => Math.abs(error) < 0.15), `${errors}`);
    assert.ok(mean(errors) < 0.06, `${mean(errors)}`);
  },
});

for (const [kind, from = "", to = "", , right = "", note] of routes) {
  Deno.test(`a given route is right: ${kind}, ${note || right}, ${from} to ${to}`, async () => {
    const metersOf = await Promise.all(
      to.split("|").map(async (end) => {
        const answer = await engine.route(pointOf(from), pointOf(end));
        assert.ok(answer.ok);
        return answer.route;
      }),
    );
    const [first, second] = metersOf;
    assert.ok(first);
    if (second) {
      assert.ok(Math.abs(first.distanceMeters - second.distanceMeters) <= 500);
      return;
    }
    const { meters, share } = wanted(kind, right);
    assert.ok(
      Math.abs(first.distanceMeters / meters - 1) <= share,
      `${first.distanceMeters} m, wanted ${meters}`,
    );
    const minutes = /(\d+) min/.exec(right)?.[1];
    if (minutes) assert.ok(Math.abs(first.durationSeconds / 60 / Number(minutes) - 1) <= 0.2);
  });
}

/** What the note says: another engine's metres, or a known distance, which water makes less sure. */
function wanted(kind: string | undefined, right: string): { meters: number; share: number } {
  const meters = /OSRM (\d+) m/.exec(right)?.[1];
  // Short cuts by small streets are allowed where nothing forbids them.
  if (meters) return { meters: Number(meters), share: kind === "shorter-but-slow" ? 0.25 : 0.06 };
  const km = /([\d.]+) km/.exec(right)?.[1];
  return { meters: Number(km) * 1_000, share: 0.13 };
}

/** Rows of `../shared/cases/<name>.tsv` without comments and heading; none where the file is absent. */
function rowsOf(name: string): string[][] {
  const path = `${ROOT}../shared/cases/${name}.tsv`;
  try {
    const lines = Deno.readTextFileSync(path).trim().split("\n");
    return lines.filter((line) => !line.startsWith("#")).slice(1).map((line) => line.split("\t"));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.info(`${path} is not there: its trips are left out`);
    return [];
  }
}

function pointOf(text: string): Point {
  const [lat = NaN, lng = NaN] = text.trim().split(",").map(Number);
  return { lat, lng };
}
