// Which of an operator's tariffs prices a pickup.
import type { Tariff } from "./tariff.ts";
import { DomainError } from "../errors/domain-error.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { tariffRevision } from "./tariff.ts";

/** A stored tariff that nobody can read; its key still says from when it was to rule. */
export type UnreadableTariff = Pick<Tariff, "validFrom" | "version">;

/** All tariffs of an operator, and those that are there but cannot be read. */
export interface TariffBook {
  tariffs: readonly Tariff[];
  unreadable: readonly UnreadableTariff[];
}

/** How soon a program should ask again for a day whose tariff a person must mend, in seconds. */
const MENDED_AFTER_SECONDS = 10 * 60;

/**
 * The tariff of a pickup, by its local date in Europe/Stockholm: of those valid then the one that began last,
 * of its revisions the highest. Throws DomainError `no-tariff` when none is valid, and `tariff-unreadable` when one
 * that cannot be read may be the one: a price by the tariff before it would bind, and be wrong.
 */
export function tariffAt(book: TariffBook, pickup: Temporal.Instant): Tariff {
  const date = localDate(pickup);
  if (unreadableOn(book, date) !== null) throw unreadableTariff(date);
  const chosen = tariffOn(book.tariffs, date);
  if (chosen === null) throw new DomainError("no-tariff", { date });
  return chosen;
}

/** The refusal of a day whose tariff cannot be read. */
export function unreadableTariff(date: string): DomainError {
  return new DomainError("tariff-unreadable", { date, retryAfterSeconds: MENDED_AFTER_SECONDS });
}

/**
 * The tariff nobody can read that may rule a local date, or null. Its last day is unknown, so that it may rule every
 * day from its first on that no readable tariff takes over by beginning later or by a higher revision.
 */
export function unreadableOn(
  { tariffs, unreadable }: TariffBook,
  date: string,
): UnreadableTariff | null {
  const [last] = unreadable.filter(({ validFrom }) => validFrom <= date).toSorted(latestFirst);
  if (last === undefined) return null;
  const chosen = tariffOn(tariffs, date);
  return chosen !== null && latestFirst(chosen, last) < 0 ? null : last;
}

/** Days, the last one null when it is open, that cannot be sold because of one unreadable tariff; null for none. */
export function unsoldDays(
  book: TariffBook,
  { validFrom, version }: UnreadableTariff,
): { from: string; until: string | null } | null {
  if (unreadableOn(book, validFrom)?.version !== version) return null;
  const others = [...book.tariffs, ...book.unreadable].map((one) => one.validFrom);
  const next = others.filter((from) => from > validFrom).toSorted()[0];
  return { from: validFrom, until: next === undefined ? null : nextDate(next, -1) };
}

/** The tariff of pickups on a local date, or null when none is valid. */
export function tariffOn(tariffs: readonly Tariff[], date: string): Tariff | null {
  const valid = tariffs.filter(({ validFrom, validUntil }) =>
    validFrom <= date && (validUntil === null || date <= validUntil)
  );
  return valid.sort(latestFirst)[0] ?? null;
}

/** Why a tariff cannot be added to others; `version` is the one it meets. */
export type TariffRefusal =
  | { reason: "past" }
  | { reason: "known" }
  | { reason: "older-revision"; version: string }
  | { reason: "later-begins-within"; version: string }
  | { reason: "former-comes-back"; version: string };

/**
 * Whether `next` takes over cleanly from `today` (local date) on, or why not; null when it does. It may end a
 * former tariff early by beginning within it. It may not begin in the past, share days with a tariff that
 * begins later, or end before a former one does, which would then come back into force unasked.
 */
export function tariffRefusal(
  tariffs: readonly Tariff[],
  next: Tariff,
  today: string,
): TariffRefusal | null {
  if (tariffs.some(({ version }) => version === next.version)) return { reason: "known" };
  if (next.validFrom < today) return { reason: "past" };
  const shared = tariffs.filter((other) => lastDay(other) >= next.validFrom);
  const later = shared.find(({ validFrom }) =>
    validFrom > next.validFrom && validFrom <= lastDay(next)
  );
  if (later !== undefined) return { reason: "later-begins-within", version: later.version };
  const newer = shared.find((other) =>
    other.validFrom === next.validFrom && latestFirst(other, next) < 0
  );
  if (newer !== undefined) return { reason: "older-revision", version: newer.version };
  const former = shared.find((other) =>
    other.validFrom <= next.validFrom && lastDay(other) > lastDay(next)
  );
  return former === undefined ? null : { reason: "former-comes-back", version: former.version };
}

/** Text that sorts after every date stands for an open end. */
function lastDay({ validUntil }: Tariff): string {
  return validUntil ?? "9999-12-31";
}

/** Orders tariffs by validFrom, then revision, latest first. */
export function latestFirst(a: UnreadableTariff, b: UnreadableTariff): number {
  return b.validFrom.localeCompare(a.validFrom, "en") ||
    tariffRevision(b.version) - tariffRevision(a.version);
}
