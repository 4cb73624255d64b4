// How many bookings one telephone number, or one person, may hold that have not begun: without a bound one caller takes every car of an
// hour. Counted in the commit that books, so that of racers no more get through than there may be.
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";
import type { Pace } from "../kernel/gcra.ts";
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Database } from "../kv/open.ts";
import { addPaced } from "../kv/paces.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Counted, RefusalFacts } from "../security/refusal.ts";
import type { Refusals } from "../security/refusals.ts";
import type { Actor, BookingId, BookingStatus } from "./booking.ts";
import type { BookingStore } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";

/** Bookings of customers from one network: a hotel's desk does not come near it, whoever takes all cars does. */
export const NETWORK_PACE: Pace = { burst: 30, everyMs: 2 * 60_000 };

const BOOKED_TOO_FAST: RefusalFacts = {
  rule: "booking-pace",
  version: `${NETWORK_PACE.burst}/${NETWORK_PACE.everyMs} ms`,
  ...{ counted: NETWORK_PACE.burst, most: NETWORK_PACE.burst },
};

/** Most bookings that are counted of one number: only operators get past the limit, and nothing hangs on how far. */
const MAX_COUNTED = 100;

/** States of a booking whose car has not set out. */
const UNSTARTED: ReadonlySet<BookingStatus> = new Set([
  "awaiting-payment",
  "confirmed",
  "assigned",
]);

/** What counting needs. */
export interface HoldDeps {
  db: Pick<Database, "read">;
  clock: Clock;
  bookings: Pick<BookingStore, "getAll">;
  /** Hides numbers and networks: neither can be read back. */
  triesKey: CryptoKey;
  /** Where it is recorded that somebody was refused. */
  refusals: Pick<Refusals, "note">;
  config: {
    /** Null: as many as anybody likes. */
    mostBookingsHeld: number | null;
    limits: "on" | "off";
  };
}

/** On whose account a booking is made. */
export interface BookingTerms {
  /** The network it is asked from, see `clientNetwork`; "" when that does not count: an operator's, our own. */
  sender: string;
  /** True when an operator has been told that the number holds too many, and books all the same. */
  mayExceed: boolean;
}

/** Nobody is counted: what operators and the demo do without being asked. */
export const ON_NO_ACCOUNT: BookingTerms = { sender: "", mayExceed: true };

/**
 * Counts a booking that is being made. Throws DomainError: too-many-bookings with how many there may be and our number,
 * too-many-tries when one network books faster than anybody does.
 */
export async function holdBooking(
  deps: HoldDeps,
  tx: Transaction,
  { id, phone, actor, sender, mayExceed }: BookingTerms & {
    id: BookingId;
    phone: string;
    actor: Actor;
  },
): Promise<void> {
  const most = deps.config.mostBookingsHeld;
  const person = actor.kind === "customer" ? actor.id : undefined;
  // Whoever is signed in gives another number as easily as a guest does.
  const holders = [
    { kind: "phone", at: phone } as const,
    ...(person === undefined ? [] : [{ kind: "person", at: person } as const]),
  ];
  if (most !== null) {
    for (const holder of holders) await countFor(deps, tx, { id, holder, most, mayExceed });
  }
  if (sender === "" || deps.config.limits === "off") return;
  const who = await hidden(deps, `network/${sender}`);
  const onRefused = () => deps.refusals.note({ kind: "network", at: sender }, BOOKED_TOO_FAST);
  await addPaced(deps, tx, { what: "book-network", who, pace: NETWORK_PACE, onRefused });
}

async function countFor(
  deps: HoldDeps,
  tx: Transaction,
  { id, holder, most, mayExceed }: {
    id: BookingId;
    holder: Counted;
    most: number;
    mayExceed: boolean;
  },
): Promise<void> {
  const key = bookingKeys.heldBookings(await hidden(deps, `${holder.kind}/${holder.at}`));
  const { value, versionstamp } = await readIfReadable(deps.db.read, key);
  const known = value ?? [];
  // Those that have begun or are over are looked for when it matters, not at every step of every ride.
  const held = known.length < most ? known : await unstarted(deps, known);
  if (held.length >= most && !mayExceed) {
    const facts = { counted: held.length, most, version: `${most} bookings` };
    deps.refusals.note(holder, { rule: "held-bookings", ...facts });
    throw new DomainError("too-many-bookings", { most, phone: SUPPORT_PHONE });
  }
  tx.check(key, versionstamp).set(key, [...held, id].slice(-MAX_COUNTED));
}

async function unstarted({ bookings }: HoldDeps, ids: readonly BookingId[]): Promise<BookingId[]> {
  const found = await bookings.getAll(ids);
  return ids.filter((_, i) => {
    const booking = found[i] ?? null;
    return booking !== null && UNSTARTED.has(booking.status);
  });
}

async function hidden({ triesKey }: HoldDeps, who: string): Promise<string> {
  return base64Url(await macOf(triesKey, `held/${who}`));
}
