// Landmarks: places people ride to by a name of their own. The rows that ship with the product, read through
// one schema that operators' own rows pass too.
import { z } from "zod";
import { cleanLine } from "../forms/clean-text.ts";
import { invariant } from "../kernel/invariant.ts";
import landmarksData from "./data/landmarks.json" with { type: "json" };
import { LANDMARK_KINDS } from "./place.ts";

/** Longest name, English name and alias, in characters. */
export const MAX_LANDMARK_NAME = 80;
/** Longest district or town, in characters. */
export const MAX_LANDMARK_AREA = 40;
/** Most other names of one landmark. */
export const MAX_ALIASES = 20;
/** The weight of a landmark an operator adds: between a street (at most 52) and an airport. */
export const USUAL_WEIGHT = 66;

/**
 * How the point is known. `street`: by hand, and it agrees with its street in the road data; `stop`: the public
 * transport stop of its name in OpenStreetMap; `place`: by hand, beside an airport or station of our own table; `osm`: the place
 * itself in OpenStreetMap; `operator`: a pin an operator has set; `map`: read off a map, confirmed by nothing.
 */
export const LANDMARK_SOURCES = ["street", "stop", "place", "osm", "operator", "map"] as const;

const line = (max: number) =>
  z.string().max(max * 2).transform(cleanLine).pipe(z.string().max(max));
const named = (max: number) => line(max).pipe(z.string().regex(/[\p{L}\p{N}]/u, "no letter in it"));

/** One landmark. */
export const landmarkSchema = z.object({
  /** Stable: bookings and links name it. */
  id: z.string().regex(/^landmark:[a-z0-9]+(-[a-z0-9]+)*$/).max(MAX_LANDMARK_NAME + 10),
  kind: z.enum(LANDMARK_KINDS),
  name: named(MAX_LANDMARK_NAME),
  /** "" when it has no English name of its own. */
  nameEn: line(MAX_LANDMARK_NAME),
  /** District, "" when the town says enough. */
  area: line(MAX_LANDMARK_AREA),
  town: named(MAX_LANDMARK_AREA),
  point: z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  /** How likely a trip goes there, 0–100. */
  weight: z.int().min(0).max(100),
  aliases: z.array(named(MAX_LANDMARK_NAME)).max(MAX_ALIASES),
  /** Id of the street, station or airport the point was compared with, "" for none. */
  tiedTo: z.string().regex(/^((street|station|airport):[A-Za-z0-9-]+)?$/),
  source: z.enum(LANDMARK_SOURCES),
});

/** A landmark as the index takes it. */
export type Landmark = z.infer<typeof landmarkSchema>;

/** What an operator says of a landmark. */
export type LandmarkFields =
  & Pick<Landmark, "kind" | "name" | "nameEn" | "area" | "town" | "point" | "aliases">
  & {
    /** The operator vouches for the point; otherwise a pin is asked for. */
    isExact: boolean;
  };

/** The part of a landmark's id that stands in addresses: `ullevi`. */
export function landmarkSlug(id: string): string {
  return id.slice("landmark:".length);
}

/** The landmarks that ship with the product, a new list at every call. */
export function shippedLandmarks(): Landmark[] {
  return readLandmarks(landmarksData.rows);
}

/**
 * Reads rows `id|kind|name|nameEn|area|town|lat|lng|weight|alias;alias|tied to|source`. Throws InvariantError
 * with the row and the field when one is not as the schema wants it, or an id comes twice.
 */
export function readLandmarks(rows: readonly string[]): Landmark[] {
  const seen = new Set<string>();
  return rows.map((row, at) => {
    const where = `landmarks.json, row ${at + 1} (${row.split("|", 1)[0]})`;
    const read = landmarkSchema.safeParse(cellsOf(row, where));
    const [issue] = read.error?.issues ?? [];
    invariant(read.success, `${where}: ${issue?.path.join(".")}: ${issue?.message}`);
    invariant(!seen.has(read.data.id), `${where}: its id stands there twice`);
    seen.add(read.data.id);
    return read.data;
  });
}

function cellsOf(row: string, where: string) {
  const cells = row.split("|");
  invariant(cells.length === CELLS, `${where}: ${cells.length} cells instead of ${CELLS}`);
  const [slug, kind, name, nameEn, area, town, lat, lng, weight, aliases, tiedTo, source] = cells;
  return {
    ...{ id: `landmark:${slug}`, kind, name, nameEn, area, town, tiedTo, source },
    point: { lat: numberIn(lat), lng: numberIn(lng) },
    weight: numberIn(weight),
    aliases: (aliases ?? "").split(";").filter(Boolean),
  };
}

/** Cells of a row. */
const CELLS = 12;

/** An empty cell is no zero. */
function numberIn(cell = ""): number {
  return cell.trim() === "" ? Number.NaN : Number(cell);
}
