// Reads what Stripe's libraries send: `a[b][0]=c`. Pure.

/** A value of a form: texts, lists and named ones. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** All of a form. */
export type FormFields = Record<string, FormValue>;

/** Reads a body or a query. */
export function readForm(text: string): FormFields {
  const fields: FormFields = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\[|\]\[|\]/).filter((part, i) => i === 0 || part !== "");
    put(fields, name.endsWith("[]") ? [...path, String(listLength(fields, path))] : path, value);
  }
  return fields;
}

/** A text of it, or undefined. */
export function textOf(fields: FormFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" ? value : undefined;
}

/** Named texts of it, such as metadata. */
export function textsOf(fields: FormFields, name: string): Record<string, string> {
  const value = namedOf(fields, name);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => typeof one === "string" ? [[key, one]] : []),
  );
}

/** What stands under a name. */
export function namedOf(fields: FormFields, name: string): FormFields {
  const value = fields[name];
  return value === undefined || typeof value === "string" || Array.isArray(value) ? {} : value;
}

/** A list of texts; lists come by numbers. */
export function listOf(fields: FormFields, name: string): string[] {
  return Object.values(namedOf(fields, name)).filter((one) => typeof one === "string");
}

function listLength(fields: FormFields, [name = ""]: readonly string[]): number {
  return Object.keys(namedOf(fields, name)).length;
}

function put(fields: FormFields, [name = "", ...rest]: readonly string[], value: string): void {
  if (name === "__proto__") return;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  const known = fields[name];
  const inner = known === undefined || typeof known === "string" || Array.isArray(known)
    ? {}
    : known;
  fields[name] = inner;
  put(inner, rest, value);
}
