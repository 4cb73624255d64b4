// Use case: a customer without their link asks for it. Whether there is a booking is looked at later, by the reader of the
// feed: the answer is the same, and takes as long, whoever asks.
import type { Reach } from "../accounts/reach.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import type { Clock } from "../kernel/clock.ts";
import { base64Url, type RandomBytes, ulid } from "../kernel/ids.ts";
import { type Locale, LOCALES } from "../kernel/locale.ts";
import { macOf } from "../kernel/mac.ts";
import { instant, record, text, word } from "../kernel/shape.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { type FeedBody, feedKind } from "../kv/feed-row.ts";
import type { Database } from "../kv/open.ts";
import { addTry, type TryLimit } from "../kv/tries.ts";

/** How often a reach, and a sender, may ask: a mail that was lost is asked for once or twice. */
export const WANTED_LIMIT: TryLimit = { most: 5, withinMs: 60 * 60_000 };

/** Somebody asked for the links of their rides. */
export interface TicketWanted extends FeedBody {
  /** A ULID, the same whenever the entry is read. */
  id: string;
  /** Keyed mark of the mail address or the number. */
  mark: string;
  locale: Locale;
}

/** Entries of it. */
export const ticketWanted = feedKind<TicketWanted>(
  "ticket-wanted",
  undefined,
  record<TicketWanted>({ at: instant, id: text, mark: text, locale: word(LOCALES) }),
);

/** What asking needs. */
export interface TicketWantedDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  reachKey: CryptoKey;
  triesKey: CryptoKey;
}

/** Asks for the links of all rides ahead of whoever is reached there. Throws DomainError("too-many-tries"). */
export async function askForTickets(
  deps: TicketWantedDeps,
  { reach, network, locale }: { reach: Reach; network: string; locale: Locale },
): Promise<void> {
  const mark = await reachMark(deps.reachKey, reach.kind, reach.at);
  const sender = await macOf(deps.triesKey, network);
  const tries = [
    { what: "ticket-wanted", who: mark },
    { what: "ticket-wanted-by", who: base64Url(sender) },
  ];
  await commitWithRetry<null>(deps.db, async (tx) => {
    await addTry(deps, tx, tries, WANTED_LIMIT);
    const now = deps.clock.now();
    const id = ulid(now.epochMilliseconds, deps.randomBytes);
    tx.append(ticketWanted, { at: now.toString(), id, mark, locale });
    return null;
  });
}
