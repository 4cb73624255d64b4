// A sale: what one booking brought one legal entity, with its lines and the number of its document. Apart from identity: no
// name, no address and no number of anybody stands in it, so that it can be kept as long as bookkeeping must.
import type { FareLineCode } from "../pricing/quote.ts";
import type { DriverId, HolderId, VehicleId } from "../fleet/vehicle.ts";
import type { Label } from "../kernel/locale.ts";
import type { Dispute, PaymentId, Refund } from "../payments/payment.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../payments/payment-method.ts";

/** Id of a sale, a ULID. */
export type SaleId = string & { readonly __brand: "SaleId" };

/** What is sold, or given back. */
export const SALE_KINDS = [
  "ride",
  "cancellation-fee",
  "no-show-fee",
  "goodwill",
  "lateness",
  "credit",
] as const;

/** One of them. */
export type SaleKind = typeof SALE_KINDS[number];

/** What a line is for. */
export type SaleLineCode =
  | FareLineCode
  | "cancellation-fee"
  | "no-show-fee"
  | "tip"
  | "goodwill"
  | "lateness"
  | "credit";

/** One line; amounts include VAT and are below zero where something is given back. */
export interface SaleLine {
  code: SaleLineCode;
  /** Names from the tariff; "" in every language when the code says all. */
  label: Label;
  amountOre: number;
  vatRatePercent: number;
  vatOre: number;
}

/** How a sale is paid. */
export const SALE_METHODS = PAYMENT_METHODS;

/** One of them. */
export type SaleMethod = typeof SALE_METHODS[number];

/** The series of documents: sales, and what is given back. */
export const DOCUMENT_SERIES = ["F", "K"] as const;

/** One of them. */
export type DocumentSeries = typeof DOCUMENT_SERIES[number];

/** Which document of its entity a sale is: numbers of a series have no gap. */
export interface DocumentNumber {
  series: DocumentSeries;
  number: number;
}

/** Where a sale stands. */
export interface SaleRef {
  /** Who sold. */
  entityId: HolderId;
  /** The day it is booked on, local. */
  date: string;
  id: SaleId;
}

/** One sale. */
export interface Sale extends SaleRef {
  bookingId: string;
  kind: SaleKind;
  /** When it happened, instant in UTC. */
  at: string;
  lines: SaleLine[];
  totalOre: number;
  vatOre: number;
  method: SaleMethod;
  vehicleId: VehicleId;
  /** Who drove, or null when nobody did. */
  driverId: DriverId | null;
  /** Of the ride as it was sold. */
  distanceMeters: number;
  durationSeconds: number;
  /** The sale it gives back from, or null. */
  credits: SaleId | null;
  document: DocumentNumber;
}

/** A sale without what its entity's books give it. */
export type SaleDraft = Omit<Sale, "id" | "date" | "document">;

/** What is booked of a payment. */
export interface PostedPayment {
  id: PaymentId;
  method: PaymentMethod;
  capturedOre: number;
  /** Those that have arrived. */
  refunds: Pick<Refund, "id" | "amountOre" | "reason">[];
  dispute: "none" | Dispute["state"];
}

/** What is booked of a booking: up to which version of it, which sales there are, and its payments. */
export interface PostedBooking {
  /** Events up to this version are booked. */
  version: number;
  /** Its sales, newest last. */
  sales: SaleRef[];
  /** The one that holds, null when there is none or it was taken back whole. */
  standing: SaleId | null;
  payments: PostedPayment[];
  /** The day, local, whose fiscal year says how long it is kept. */
  keptFor: string;
}

/** Brands a string as SaleId. */
export function saleId(id: string): SaleId {
  return id as SaleId;
}
