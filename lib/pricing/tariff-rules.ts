// Which of an operator's tariffs prices a pickup.
import type { Tariff } from "./tariff.ts";
import { DomainError } from "../errors/domain-error.ts";
import { localDate } from "../kernel/wall-time.ts";
import { tariffRevision } from "./tariff.ts";

/**
 * The tariff of a pickup, by its local date in Europe/Stockholm: of those valid then the one that began last,
 * of its revisions the highest. Throws DomainError `no-tariff` when none is valid.
 */
export function tariffAt(tariffs: readonly Tariff[], pickup: Temporal.Instant): Tariff {
  const date = localDate(pickup);
  const chosen = tariffOn(tariffs, date);
  if (chosen === null) throw new DomainError("no-tariff", { date });
  return chosen;
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
export function latestFirst(a: Tariff, b: Tariff): number {
  return b.validFrom.localeCompare(a.validFrom, "en") ||
    tariffRevision(b.version) - tariffRevision(a.version);
}
