// What happens that whoever watches over the product's security may have to see: one place where it is said, from
// wherever it happens, and any number of listeners. Identities are keyed marks or ids of ours, never what they stand for.

/** Everything that is said. */
export const SECURITY_EVENTS = [
  /** Somebody tries a password of an account; what was right is taken back by the next. */
  "sign-in-try",
  "sign-in-right",
  /** The same of a code: of a second factor, or one that was sent. */
  "code-try",
  "code-right",
  /** A bound on how often somebody may do something was reached. */
  "limit-hit",
  /** Somebody asked for what they may not have. */
  "refused",
  /** An address with a secret in it that leads to nothing: a ticket, a price, a one-time link. */
  "secret-unknown",
  /** The same of an address that programs of others report to. */
  "report-unknown",
  "price-asked",
  "booked",
  /** A ticket was looked at. */
  "ticket-read",
  /** Somebody of the staff saw personal data; `subjects` says of how many people. */
  "staff-read",
  /** Somebody of the staff took data out as a file. */
  "staff-export",
  /** A session was used. */
  "session-used",
] as const;

/** One of them. */
export type SecurityEventKind = typeof SECURITY_EVENTS[number];

/** Something that happened. "" says "not known" or "does not apply". */
export interface SecurityEvent {
  kind: SecurityEventKind;
  /** Epoch milliseconds. */
  atMs: number;
  /** The network it came from, as a keyed mark. */
  network: string;
  /** The account it is about, as a keyed mark. */
  account: string;
  /** Who of the staff did it, an id. */
  person: string;
  /** The session, by its id, and the browser that used it: `Chrome · Android`. */
  session: string;
  device: string;
  /** What was tried or asked for, as a keyed mark: two are the same when their marks are. */
  target: string;
  /** Of how many people personal data was seen. */
  subjects: number;
}

/** What somebody has to say of it; the rest is not known. */
export type SecurityNote = Pick<SecurityEvent, "kind" | "atMs"> & Partial<SecurityEvent>;

/** Hears of events; must neither throw nor wait. */
export type SecurityListener = (event: SecurityEvent) => void;

const UNKNOWN = {
  ...{ network: "", account: "", person: "", session: "", device: "", target: "" },
  subjects: 0,
} as const;

/** The place. */
export class SecurityEvents {
  readonly #listeners = new Set<SecurityListener>();

  /** Says that something happened. Never throws, never waits. */
  note(note: SecurityNote): void {
    const event = { ...UNKNOWN, ...note };
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls `listener` for each event, until the returned function is called. */
  listen(listener: SecurityListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
