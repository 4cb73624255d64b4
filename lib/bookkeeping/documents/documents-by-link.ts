// What was made out for a ride, for whoever has the link of its ticket. Of a protected customer it is for who has shown that
// the ride is theirs: a fixed price names the zones it is between.
import { findBookingByLink, type FindBookingDeps } from "../../booking/find-booking.ts";
import { type SeenBooking, seenByOwner } from "../../booking/seen-booking.ts";
import { RequestError } from "../../errors/request-error.ts";
import { stopLabel } from "../../places/place.ts";
import type { LedgerStore } from "../ledger-store.ts";
import type { ArchivedDocument } from "./archived-document.ts";
import type { RidePlaces } from "./document.ts";
import type { DocumentStore } from "./document-store.ts";

/** What finding them needs. */
export interface DocumentsByLinkDeps extends FindBookingDeps {
  ledger: Pick<LedgerStore, "salesOf">;
  documents: Pick<DocumentStore, "ofSales">;
}

/** The documents of a ride. */
export interface DocumentsOfRide {
  booking: SeenBooking;
  /** Oldest first. */
  documents: readonly ArchivedDocument[];
  /** The one that was asked for, else the newest; null while there is none. */
  shown: ArchivedDocument | null;
  /** Null for what is no ride. */
  places: RidePlaces | null;
}

/**
 * Finds them; one is asked for by its id, for two sellers may have the same number. Throws DomainError("link-invalid"), and
 * RequestError("not-found") for an id none of them has.
 */
export async function documentsByLink(
  deps: DocumentsByLinkDeps,
  link: string,
  id: string | null,
): Promise<DocumentsOfRide> {
  const booking = seenByOwner((await findBookingByLink(deps, link)).booking);
  const documents = await deps.documents.ofSales(await deps.ledger.salesOf(booking.id));
  const shown = id === null
    ? documents.at(-1) ?? null
    : documents.find((document) => document.id === id);
  if (shown === undefined) throw new RequestError("not-found", {});
  const { from, to } = booking.trip;
  const places = shown?.content.ride == null ? null : { from: stopLabel(from), to: stopLabel(to) };
  return { booking, documents, shown, places };
}
