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
  const [chosen] = tariffs
    .filter(({ validFrom, validUntil }) =>
      validFrom <= date && (validUntil === null || date <= validUntil)
    )
    .sort(latestFirst);
  if (!chosen) throw new DomainError("no-tariff", { date });
  return chosen;
}

/** Orders tariffs by validFrom, then revision, latest first. */
export function latestFirst(a: Tariff, b: Tariff): number {
  return b.validFrom.localeCompare(a.validFrom, "en") ||
    tariffRevision(b.version) - tariffRevision(a.version);
}
