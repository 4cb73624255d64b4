// Takes fields out of a row by their paths, and puts them back: what is sealed leaves the row, the rest stays readable.
// A path is names with dots between them; `*` stands for every element of a list or every name of an object.

/** What was taken out, by the path each value stood at. */
export type TakenFields = readonly (readonly [path: string, value: unknown])[];

/** A row without the fields that some paths name, and those fields. The row itself is left as it is. */
export function takeFields<Row>(
  row: Row,
  paths: readonly string[],
): { rest: Row; taken: TakenFields } {
  const taken: [string, unknown][] = [];
  return { rest: without(row, wantedBy(paths), "", taken) as Row, taken };
}

/** Puts fields back into a row, in place. Paths whose parent is gone are passed over. */
export function putFields(row: unknown, fields: TakenFields): void {
  for (const [path, value] of fields) {
    const lastDot = path.lastIndexOf(".");
    const parent = lastDot < 0 ? row : parentOf(row, path.slice(0, lastDot));
    if (isHolder(parent)) parent[path.slice(lastDot + 1)] = value;
  }
}

/** What fields read as whose values are gone, by the paths they were declared with. */
export function blankFields(
  fields: readonly string[],
  erased: Readonly<Record<string, unknown>>,
): TakenFields {
  return fields.map((field) => {
    const declared = Object.keys(erased).find((path) => isUnder(field, path));
    const blank = declared === undefined ? "" : erased[declared];
    // Whoever reads a row may change it.
    return [field, structuredClone(blank)] as const;
  });
}

/** True when a path of a row is one that a declared path, perhaps with `*`, means. */
export function isUnder(path: string, declared: string): boolean {
  const names = path.split(".");
  const wanted = declared.split(".");
  return names.length === wanted.length &&
    wanted.every((name, i) => name === "*" || name === names[i]);
}

/** What is wanted of a value: all of it, or what is below its names. */
interface Wanted {
  isWhole: boolean;
  below: Map<string, Wanted>;
}

/** Of lists that families declare, which are the same ones for each of their rows. */
const wantedByList = new WeakMap<readonly string[], Wanted>();

function wantedBy(paths: readonly string[]): Wanted {
  const known = wantedByList.get(paths);
  if (known !== undefined) return known;
  const root: Wanted = { isWhole: false, below: new Map() };
  for (const path of paths) {
    let at = root;
    for (const name of path.split(".")) {
      const next = at.below.get(name) ?? { isWhole: false, below: new Map() };
      at.below.set(name, next);
      at = next;
    }
    at.isWhole = true;
  }
  wantedByList.set(paths, root);
  return root;
}

/** A copy along the paths alone: what lies beside them is shared with the row. */
function without(at: unknown, { below }: Wanted, before: string, taken: [string, unknown][]) {
  if (!isHolder(at)) return at;
  let copy: Holder | null = null;
  for (const [name, wanted] of below) {
    for (const one of name === "*" ? Object.keys(at) : [name]) {
      const value = childOf(copy ?? at, one);
      if (value === undefined) continue;
      const path = before === "" ? one : `${before}.${one}`;
      const rest: unknown = wanted.isWhole ? undefined : without(value, wanted, path, taken);
      if (rest === value) continue;
      copy ??= Array.isArray(at) ? Object.assign([], at) : { ...at };
      if (wanted.isWhole) taken.push([path, value]);
      if (rest !== undefined) copy[one] = rest;
      // In a list the place stays, so that the others keep theirs.
      else if (Array.isArray(copy)) copy[Number(one)] = null;
      else delete copy[one];
    }
  }
  return copy ?? at;
}

interface Holder {
  [name: string]: unknown;
}

function parentOf(row: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, name) => childOf(at, name), row);
}

function childOf(at: unknown, name: string): unknown {
  return isHolder(at) && Object.hasOwn(at, name) ? at[name] : undefined;
}

/** An object or a list; paths come out of an authenticated envelope, and still never reach a prototype. */
function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}
