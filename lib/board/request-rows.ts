// A data request as those who answer it see it, on a page or in a file.
import { showMarks } from "../kernel/acting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { DataRequest } from "../privacy/data-request.ts";
import { daysLeft, isOpen } from "../privacy/data-request-rules.ts";
import type { VeilStore } from "../veil/veil-store.ts";

/** What showing one needs. */
export interface RequestRowDeps {
  clock: Clock;
  veils: Pick<VeilStore, "isVeiled">;
}

/** A request in the list, with the days that are left. */
export interface RequestRow {
  request: DataRequest;
  days: number;
  isOpen: boolean;
}

/**
 * The request as it may be shown: of who is protected it does not say who they are nor where they are reached. Its row is
 * sealed with the product's key and names nobody, so that whose it is that somebody looks at is said here.
 */
export async function requestRow(
  { clock, veils }: RequestRowDeps,
  stored: DataRequest,
): Promise<RequestRow> {
  showMarks([stored.mark], `dataRequest/${stored.id}`);
  const isHidden = await veils.isVeiled([stored.mark]);
  const request = isHidden ? { ...stored, contact: { name: "", email: "", phone: "" } } : stored;
  return { request, days: daysLeft(request, clock.now()), isOpen: isOpen(request) };
}
