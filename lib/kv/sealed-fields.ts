// Takes fields out of a row by their paths, and puts them back: what is sealed leaves the row, the rest stays readable.
// A path is names with dots between them; `*` stands for every element of a list or every name of an object.

type Names = readonly string[];

/** What was taken out, by the path each value stood at. */
export type TakenFields = readonly (readonly [path: string, value: unknown])[];

/** A row without the fields that some paths name, and those fields. The row itself is left as it is. */
export function takeFields<Row>(
  row: Row,
  paths: readonly string[],
): { rest: Row; taken: TakenFields } {
  const taken: [string, unknown][] = [];
  let rest: unknown = row;
  for (const path of paths) rest = without(rest, path.split("."), "", taken);
  return { rest: rest as Row, taken };
}

/** Puts fields back into a row, in place. Paths whose parent is gone are passed over. */
export function putFields(row: unknown, fields: TakenFields): void {
  for (const [path, value] of fields) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const parent = names.reduce<unknown>((at, name) => childOf(at, name), row);
    if (isHolder(parent)) parent[last] = value;
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

/** A copy along the path alone: what lies beside it is shared with the row. */
function without(at: unknown, names: Names, before: string, taken: [string, unknown][]): unknown {
  const [name, ...more] = names;
  if (name === undefined || !isHolder(at)) return at;
  const own = name === "*" ? Object.keys(at) : name in at ? [name] : [];
  if (own.length === 0) return at;
  const copy: Holder = Array.isArray(at) ? Object.assign([], at) : { ...at };
  for (const one of own) {
    const path = before === "" ? one : `${before}.${one}`;
    if (more.length > 0) copy[one] = without(at[one], more, path, taken);
    else if (at[one] !== undefined) {
      taken.push([path, at[one]]);
      // In a list the place stays, so that the others keep theirs.
      if (Array.isArray(copy)) copy[Number(one)] = null;
      else delete copy[one];
    }
  }
  return copy;
}

interface Holder {
  [name: string]: unknown;
}

function childOf(at: unknown, name: string): unknown {
  return isHolder(at) && Object.hasOwn(at, name) ? at[name] : undefined;
}

/** An object or a list; paths come out of an authenticated envelope, and still never reach a prototype. */
function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}
