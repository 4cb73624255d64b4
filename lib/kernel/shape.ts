// What a stored value must look like for code to rely on it: looked at once a read, so it says yes or no and no more.

/** Says whether a value has the shape. */
export type Shape = (value: unknown) => boolean;

/** A text. */
export const text: Shape = (value) => typeof value === "string";

/** A number that can be reckoned with. */
export const number: Shape = (value) => Number.isFinite(value);

/** True or false. */
export const flag: Shape = (value) => typeof value === "boolean";

/** An instant as `Temporal` and `Date` write it. */
export const instant: Shape = (value) =>
  typeof value === "string" && !Number.isNaN(Date.parse(value));

/** Whatever it is. */
export const anything: Shape = () => true;

/** One of some words. */
export function word(words: readonly string[]): Shape {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value) => known.has(value);
}

/** The shape, or null. */
export function orNull(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

/** The shape, or nothing at all. */
export function orMissing(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

/** One of two shapes. */
export function either(one: Shape, other: Shape): Shape {
  return (value) => one(value) || other(value);
}

/** Any number of the shape. */
export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

/** An object of any names, each with the shape. */
export function named(shape: Shape): Shape {
  return (value) => isObject(value) && Object.values(value).every(shape);
}

/** An object whose every field has its shape; others may stand beside them. A field without one does not compile. */
export function record<Row>(fields: { readonly [Field in keyof Row]-?: Shape }): Shape {
  const wanted = Object.entries<Shape>(fields);
  return (value) => isObject(value) && wanted.every(([name, shape]) => shape(value[name]));
}

/** An object that has all of the shapes. */
export function all(...shapes: readonly Shape[]): Shape {
  return (value) => shapes.every((shape) => shape(value));
}

/** An object whose field `tag` is one of some words, and which has the shape of that word. */
export function byTag<Word extends string>(
  tag: string,
  shapes: { readonly [Name in Word]: Shape },
): Shape {
  const known = new Map<unknown, Shape>(Object.entries<Shape>(shapes));
  return (value) => isObject(value) && (known.get(value[tag])?.(value) ?? false);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
