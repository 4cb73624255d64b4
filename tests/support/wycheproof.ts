// Vectors of project Wycheproof (C2SP/wycheproof, testvectors_v1), kept beside the project, where they are there.
import assert from "node:assert/strict";
import { ROOT } from "./module-graph.ts";

/** Bytes of a vector, by their names. */
export interface Vector {
  readonly tcId: number;
  readonly result: "valid" | "invalid";
  /** What the vector's group says: sizes in bits. */
  readonly group: Readonly<Record<string, unknown>>;
  bytes(name: string): Uint8Array<ArrayBuffer>;
  count(name: string): number;
}

interface WycheproofFile {
  numberOfTests: number;
  testGroups: (Record<string, unknown> & { tests: Record<string, unknown>[] })[];
}

/** True where a file of vectors is beside the project. */
export function areThere(name: string): boolean {
  try {
    return Deno.statSync(pathOf(name)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function pathOf(name: string): string {
  return `${ROOT}../shared/data/wycheproof/${name}_test.json`;
}

/** All vectors of a file, as many as it says it has; none, and a line that says so, where it is absent. */
export function wycheproof(name: string): Vector[] {
  const path = pathOf(name);
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log(`${path} is not there: its vectors are left out`);
    return [];
  }
  const file: WycheproofFile = JSON.parse(text);
  const vectors = file.testGroups.flatMap(({ tests, ...group }) =>
    tests.map((test) => vectorOf(test, group))
  );
  assert.equal(vectors.length, file.numberOfTests);
  return vectors;
}

/** Tries each; says how many agree, and fails with the numbers of those that do not. */
export async function tryVectors(
  name: string,
  vectors: readonly Vector[],
  agrees: (vector: Vector) => boolean | Promise<boolean>,
): Promise<number> {
  const wrong: number[] = [];
  for (const vector of vectors) if (!await agrees(vector)) wrong.push(vector.tcId);
  console.info(`${name}: ${vectors.length - wrong.length}/${vectors.length} vectors agree`);
  assert.deepEqual(wrong, [], `${name}: vectors that do not agree`);
  return vectors.length;
}

function vectorOf(test: Record<string, unknown>, group: Vector["group"]): Vector {
  assert(test.result === "valid" || test.result === "invalid");
  return {
    ...{ tcId: Number(test.tcId), result: test.result, group },
    bytes: (name) => Uint8Array.fromHex(String(test[name])),
    count: (name) => Number(test[name]),
  };
}
