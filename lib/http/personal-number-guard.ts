// No personnummer gets in: every text of every form, JSON body and address passes here before anything reads it. A form
// that says so beside its own field answers for that field itself; what cannot hold one is listed with the reason.
import { type InvalidField, invalidFields, RequestError } from "../errors/request-error.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";

/** How its refusal is called among the fields that do not fit. */
export const PERSONAL_NUMBER_CODE = "personalNumber";

/** Names whose texts are not looked at, each with why; those of fields inside others by their last name. */
export const UNGUARDED: Readonly<Record<string, string>> = {
  phone:
    "a telephone number, which its reader takes as one or refuses; the kernel of some is a birth",
  reach: "a telephone number or an address, taken as one or refused",
  organisationNumber: "a sole trader's is a personnummer by law, and stands on receipts",
  password: "hashed and never stored; nobody is told what may be in one",
  newPassword: "hashed and never stored",
  credential: "what a device signed: bytes in letters",
  formToken: "made by us: random",
  idempotencyKey: "made by a client: random",
  token: "made by us: random",
  url: "the address of a program, whose owner chose its digits",
  endpoint: "the address a browser's push service has given it",
  seen: "what the form had shown, as it was stored",
  iss: "what a provider answers to a sign-in",
  state: "what a provider answers to a sign-in",
  next: "a path of ours",
  back: "a path of ours",
  cursor: "where a list goes on: keys of ours",
  // Sent by the product's own page, made of names and numbers of ours: lib/trail/fault-report.ts.
  stack: "where in our scripts a page failed",
};

/**
 * Fields that a form answers for itself, by name or by what their names begin with before a hyphen; "all" where every cell
 * of it has a reader that does.
 */
export type AnsweredFields = readonly string[] | "all";

/** Throws RequestError("invalid") that names the fields of a form in which a personnummer stands, never what it is. */
export function assertNoPersonalNumber(
  fields: Iterable<readonly [name: string, text: string]>,
  answered: AnsweredFields = [],
): void {
  if (answered === "all") return;
  const isAnswered = (name: string) => answered.includes(name.split("-")[0] ?? "");
  refuse([...fields].filter(([name, text]) => !isAnswered(name) && isRefused(name, text)));
}

/** True for what one of these has thrown: its page says why, and what to do. */
export function isPersonalNumberRefusal(error: unknown): boolean {
  if (!(error instanceof RequestError) || !("errors" in error.facts)) return false;
  const { errors } = error.facts;
  return Array.isArray(errors) &&
    errors.some(({ code }: InvalidField) => code === PERSONAL_NUMBER_CODE);
}

/** The same of an address, from which it takes what it refuses: the page that says so links to itself in other languages. */
export function assertAddressWithoutPersonalNumber(search: URLSearchParams): void {
  const found = [...search].filter(([name, text]) => isRefused(name, text));
  for (const [name] of found) search.delete(name);
  refuse(found);
}

/** The same of a JSON body that has passed its schema; its depth is bounded by lib/http/json-shape.ts. */
export function assertBodyWithoutPersonalNumber(body: unknown): void {
  refuse([...textsOf(body, [])].filter(([path, text]) => isRefused(lastOf(path), text)));
}

/** Looks at one text. A number alone that can be called is one: it is what people search for. */
function isRefused(name: string, text: string): boolean {
  if (Object.hasOwn(UNGUARDED, name) || !hasPersonalNumber(text)) return false;
  return !(name === "q" && readPhoneNumber(text).ok);
}

function refuse(found: readonly (readonly [field: string, text: string])[]): void {
  if (found.length === 0) return;
  throw invalidFields(
    found.map(([field]): InvalidField => ({ field, code: PERSONAL_NUMBER_CODE })),
  );
}

function* textsOf(
  value: unknown,
  path: readonly string[],
): Generator<readonly [path: string, text: string]> {
  if (typeof value === "string") yield [path.join("."), value];
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* textsOf(inner, [...path, name]);
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
