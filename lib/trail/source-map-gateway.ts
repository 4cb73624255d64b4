// The source maps of the build that is served: they lie beside it and no browser gets them.
import { parseSourceMap, type SourceMap, type SourcePlace, sourcePlace } from "./source-map.ts";
import type { ScriptPosition } from "./fault-text.ts";
import { SCRIPT_SHAPE } from "./trail-shapes.ts";

/** Maps kept in memory; those of the scripts one page needs are about as many. */
const MAX_MAPS = 8;

/** Reads a map's text by the name of its script; null when there is none. */
export type ReadMap = (script: string) => Promise<string | null>;

/** Where the build writes them. */
const FOLDER = new URL("../../_fresh/maps/_fresh/js/", import.meta.url);

/** Reads from the build's folder. */
export async function readBuiltMap(script: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(new URL(`${script}.map`, FOLDER));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Finds places of built scripts in our sources. */
export class SourcePlaces {
  readonly #read: ReadMap;
  readonly #maps = new Map<string, SourceMap | null>();

  constructor(read: ReadMap = readBuiltMap) {
    this.#read = read;
  }

  /** The places, each null where there is no map or the code is not ours. Without a map an island's file is known. */
  async find(positions: readonly ScriptPosition[]): Promise<(SourcePlace | null)[]> {
    const places: (SourcePlace | null)[] = [];
    for (const [script, line, column] of positions) {
      const map = await this.#mapOf(script);
      places.push(map === null ? islandOf(script) : sourcePlace(map, line, column));
    }
    return places;
  }

  async #mapOf(script: string): Promise<SourceMap | null> {
    if (!SCRIPT_SHAPE.test(script)) return null;
    const known = this.#maps.get(script);
    if (known !== undefined) return known;
    const text = await this.#read(script);
    const map = text === null ? null : parseSourceMap(text);
    // What does not exist is asked for by whoever likes: it pushes no map out.
    if (map === null) return null;
    this.#maps.set(script, map);
    const [oldest] = this.#maps.keys();
    if (this.#maps.size > MAX_MAPS && oldest !== undefined) this.#maps.delete(oldest);
    return map;
  }
}

/** A script of the build that begins with a capital is an island's. */
function islandOf(script: string): SourcePlace | null {
  const [, island] = /^([A-Z]\w*)-/.exec(script) ?? [];
  return island === undefined
    ? null
    : { file: `islands/${island}.tsx`, line: 0, column: 0, name: "" };
}
