// Puts the documents of sales into the archive: drawn once, hashed, and the same bytes for ever after. Done again, nothing
// happens.
import { z } from "zod";
import type { BookingStore } from "../../booking/booking-store.ts";
import { type Booking, bookingId } from "../../booking/booking.ts";
import { isForgotten } from "../../booking/forgotten-rules.ts";
import type { Fleet, FleetStore } from "../../fleet/fleet-store.ts";
import { type HolderId, holderId } from "../../fleet/vehicle.ts";
import type { Clock } from "../../kernel/clock.ts";
import { DEFAULT_LOCALE } from "../../kernel/locale.ts";
import type { InvoiceBuyer } from "../../invoicing/buyer.ts";
import type { BuyerStore } from "../../invoicing/buyer-store.ts";
import { commitWithRetry, Unwritten } from "../../kv/commit.ts";
import { jobKind } from "../../kv/job.ts";
import type { Database } from "../../kv/open.ts";
import { readEntry } from "../../kv/read.ts";
import {
  type DocumentNews,
  tellDocument,
  type TellDocumentDeps,
} from "../../messages/tell-document.ts";
import { enterDocument, type EnterDocumentDeps } from "../invoices/enter-document.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { type Company, legalEntities } from "../legal-entity.ts";
import { type Sale, saleId } from "../sale.ts";
import type { CitedDocument, DocumentContent, Invoicing, Seller } from "./document.ts";
import {
  documentBuyer,
  documentKindOf,
  documentNumber,
  documentOf,
  isUndone,
  termsOf,
  vatNumberOf,
} from "./document-rules.ts";
import { archive, sha256Of } from "./document-store.ts";
import { drawDocument } from "./draw-document.ts";
import { bookkeepingKeys } from "../keys.ts";

/** What archiving needs. */
export interface ArchiveDeps extends TellDocumentDeps, EnterDocumentDeps {
  db: Database;
  clock: Clock;
  ledger: Pick<LedgerStore, "sales" | "salesOf">;
  bookings: Pick<BookingStore, "get">;
  fleet: Pick<FleetStore, "all" | "drivers" | "vehicles">;
  company: Company;
  invoicing: Invoicing;
  buyers: Pick<BuyerStore, "of" | "free">;
}

/** How old something may be that somebody is sent the document of, in milliseconds. */
const NEWS_MS = 72 * 60 * 60_000;
/** Most sales of one job, as an earlier release added them; now there is a job each. */
const MAX_SALES = 60;
/** Most jobs of one round: drawing is work, and bookings must not wait for it. */
const MOST_PER_ROUND = 50;

const saleRef = z.object({
  entityId: z.string().transform(holderId),
  date: z.string(),
  id: z.string().transform(saleId),
});
const payload = z.object({ sales: z.array(saleRef).min(1).max(MAX_SALES) });

/** Archives what some sales ask for. */
export const archiveDocumentsJob = jobKind(
  "archive-documents",
  payload,
  archiveDocuments,
  MOST_PER_ROUND,
);

/** Archives the documents of sales. */
export async function archiveDocuments(
  deps: ArchiveDeps,
  { sales: refs }: z.infer<typeof payload>,
): Promise<void> {
  for (const sale of await deps.ledger.sales(refs)) await archiveDocument(deps, sale);
}

/** Archives one, unless it is in the archive, or must name a buyer nobody has told. */
async function archiveDocument(deps: ArchiveDeps, sale: Sale): Promise<void> {
  const booked = sale.method === "invoice" ? await deps.buyers.of(sale.bookingId) : null;
  const buyer = booked?.buyer ?? null;
  if (documentKindOf(sale, buyer) === null) return;
  const key = bookkeepingKeys.archivedDocument(sale.id);
  if ((await readEntry(deps.db.write, key)).value !== null) return;
  const [stored, ofBooking] = await Promise.all([
    deps.bookings.get(bookingId(sale.bookingId)),
    deps.ledger.salesOf(sale.bookingId),
  ]);
  const booking = stored?.booking ?? null;
  const content = documentOf(sale, await partsOf(deps, sale, { booking, buyer }));
  const locale = booking?.locale ?? DEFAULT_LOCALE;
  const bytes = new Uint8Array(await drawDocument(content, locale));
  const sha256 = await sha256Of(bytes);
  await commitWithRetry<null>(deps.db, async (tx) => {
    // Somebody else has archived it meanwhile: theirs is the document.
    if ((await readEntry(deps.db.write, key)).value !== null) return new Unwritten(null);
    const archivedAt = deps.clock.now().toString();
    const { id, date } = sale;
    archive(tx, { id, date, content, locale, sha256, archivedAt }, bytes);
    await enterDocument(deps, tx, { sale, content, ofBooking, mark: booked?.mark ?? "" });
    const isTold = isNews(sale, archivedAt) && !isUndone(sale, ofBooking);
    if (isTold && booking !== null && !isForgotten(booking)) {
      await tellDocument(deps, tx, booking, {
        ...newsOf(content, { id, at: archivedAt }),
        to: buyer?.email || booking.contact.email,
      });
    }
    return null;
  });
}

/** Books that are made anew write down what is long past: nobody is sent that. */
function isNews({ at }: Sale, now: string): boolean {
  return Date.parse(now) - Date.parse(at) < NEWS_MS;
}

function newsOf(
  content: DocumentContent,
  { id, at }: { id: string; at: string },
): Omit<DocumentNews, "to"> {
  const { kind, totalOre } = content;
  const document = { id, number: documentNumber(content), totalOre };
  return { topic: kind === "credit-note" ? "credit-note" : "receipt", document, at };
}

async function partsOf(
  deps: ArchiveDeps,
  sale: Sale,
  { booking, buyer }: { booking: Booking | null; buyer: InvoiceBuyer | null },
) {
  const fleet = await deps.fleet.all();
  const driver = fleet.drivers.find(({ id }) => id === sale.driverId);
  const vehicle = fleet.vehicles.find(({ id }) => id === sale.vehicleId);
  const { distanceMeters, durationSeconds } = sale;
  const seller = sellerOf(deps, fleet, sale.entityId);
  return {
    seller,
    buyer: buyer === null ? null : documentBuyer(buyer),
    ride: {
      ...{ distanceMeters, durationSeconds },
      registration: vehicle?.registration ?? "",
      driverCode: driver?.driverCode ?? "",
    },
    reference: booking === null || isForgotten(booking) ? "" : booking.reference,
    credits: await citedBy(deps, sale),
    terms: sale.method === "invoice" && sale.credits === null
      ? termsOf({ ...sale.document, date: sale.date }, seller, deps.invoicing)
      : null,
  };
}

/** The document a credit takes back from. */
async function citedBy({ ledger }: ArchiveDeps, sale: Sale): Promise<CitedDocument | null> {
  if (sale.credits === null) return null;
  const original = (await ledger.salesOf(sale.bookingId)).find(({ id }) => id === sale.credits);
  return original === undefined ? null : { ...original.document, date: original.date };
}

/** Who sold: the company's permit is that of the holder with its number. */
export function sellerOf(
  { company, invoicing }: Pick<ArchiveDeps, "company" | "invoicing">,
  fleet: Fleet,
  entity: HolderId,
): Seller {
  const { name = "", organisationNumber = "" } =
    legalEntities(company, fleet, new Set([entity])).find(({ id }) => id === entity) ?? {};
  const holder = fleet.holders.find((one) => one.organisationNumber === organisationNumber);
  return {
    ...{ name, address: invoicing.address, organisationNumber },
    vatNumber: vatNumberOf(organisationNumber),
    permitNumber: holder?.permitNumber ?? "",
  };
}
