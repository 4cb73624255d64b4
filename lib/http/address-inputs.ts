// What an address may say: the names of its variable parts and of its parameters, each with its schema. A handler is handed
// what a schema took, and nothing under a name that has none: tests/http/inputs_test.ts.
import { z } from "zod";

/** No control characters: none has a meaning in an address, and some have one in a log or a terminal. */
const line = (max: number) => z.string().max(max).regex(/^[^\p{Cc}]*$/u);

/** An id of ours, or a secret. What it names is looked up; what names nothing is not found. */
const id = line(200).min(1);
/** One of few words, which whoever reads it knows. */
const word = line(60);
/** Words of a person: a tab or a mark that nobody sees comes along when they are pasted, and is cleaned where they are read. */
const words = z.string().max(2_000);
/** A path of ours to go back to; see lib/accounts/return-path.ts. */
const way = line(4_000);

/** Parts of paths, by the names that route files give them. */
export const PATH_INPUTS: Readonly<Record<string, z.ZodType<string>>> = {
  act: word,
  actId: id,
  action: word,
  bookingId: id,
  date: word,
  fingerprint: id,
  id,
  item: id,
  jobId: id,
  kind: word,
  link: id,
  personId: id,
  provider: word,
  quoteId: id,
  slug: id,
  token: id,
  unknown: z.string(),
  vehicleId: id,
  version: id,
};

/** Parameters of queries. */
export const QUERY_INPUTS: Readonly<Record<string, z.ZodType<string>>> = {
  // The form of a trip, filled in by a link.
  from: words,
  fromId: word.max(200),
  to: words,
  toId: word.max(200),
  date: word,
  time: word,
  overlap: word,
  passengers: word,
  bags: word,
  wheelchairs: word,
  childSeats: word,
  pets: word,
  extraLuggage: word,
  // An order on the telephone.
  phone: words,
  name: words,
  email: words,
  when: words,
  vehicleClass: word,
  flightNumber: words,
  note: words,
  language: word,
  quoteId: id,
  readClass: word,
  idempotencyKey: line(300),
  exceeds: word,
  back: way,
  // The board and the cars.
  act: line(200),
  before: line(200),
  booked: line(200),
  booking: line(200),
  car: line(200),
  class: word,
  cols: line(500),
  cursor: line(200),
  density: word,
  done: line(500),
  // The books.
  entity: line(200),
  letters: word,
  q: words,
  refused: line(500),
  rows: word,
  show: line(500),
  sort: word,
  until: word,
  view: word,
  zoom: word,
  // The audit log.
  who: line(200),
  what: line(200),
  kind: word,
  outcome: word,
  network: word,
  subject: line(200),
  holder: line(200),
  // What is kept ready.
  by: word,
  tag: line(200),
  category: word,
  pattern: line(300),
  key: word,
  // Everything else.
  channel: word,
  document: word,
  payment: word,
  error: line(300),
  lang: word,
  locale: word,
  month: word,
  move: line(200),
  next: way,
  page: word,
  quote: line(200),
  reference: word,
  sent: word,
  status: word,
  template: word,
  trial: word,
  // What a provider answers to a sign-in (RFC 6749, RFC 9207, OpenID Connect).
  code: line(4_000),
  state: line(2_000),
  iss: line(500),
  error_description: line(2_000),
  error_uri: line(2_000),
  session_state: line(500),
};

/** The names of `params` that no schema takes; the address then leads nowhere. */
export function refusedParts(params: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(params).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return PATH_INPUTS[name]?.safeParse(value).success ? [] : [name];
  });
}

/**
 * Takes from `search` every parameter that has no schema: links carry what others count visits by. Names those that have
 * one and do not fit it.
 */
export function keepKnown(search: URLSearchParams): string[] {
  const refused = new Set<string>();
  for (const [name, value] of [...search]) {
    const schema = Object.hasOwn(QUERY_INPUTS, name) ? QUERY_INPUTS[name] : undefined;
    if (schema === undefined) search.delete(name);
    else if (!schema.safeParse(value).success) refused.add(name);
  }
  return [...refused];
}
