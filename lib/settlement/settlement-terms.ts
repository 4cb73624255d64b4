// What a permit holder with books of its own has agreed with the company: commission, fixed fees, rhythm, self-billing.
import { z } from "zod";
import type { HolderId, VehicleClass } from "../fleet/vehicle.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../payments/payment-method.ts";

/** How often is settled. */
export const RHYTHMS = ["week", "month"] as const;

/** Largest fixed fee, in öre (100 000 kr): catches kronor × 100. */
export const MAX_FIXED_ORE = 10_000_000;

/** Longest a holder has to object to an invoice that was made for it, in days. */
export const MAX_OBJECT_DAYS = 30;

/** All of an amount, in hundredths of a percent. */
export const WHOLE_BASIS_POINTS = 10_000;

const rate = z.strictObject({
  method: z.enum(PAYMENT_METHODS),
  /** Null: every class that has no row of its own. */
  vehicleClass: z.enum(VEHICLE_CLASSES).nullable(),
  /** Hundredths of a percent, of what the customer pays without VAT. */
  basisPoints: z.number().int().min(0).max(WHOLE_BASIS_POINTS),
});

const fixedOre = z.number().int().min(0).max(MAX_FIXED_ORE);

/** Checks terms somebody wrote. */
export const settlementTermsSchema = z.strictObject({
  rhythm: z.enum(RHYTHMS),
  commission: z.array(rate).max(PAYMENT_METHODS.length * (VEHICLE_CLASSES.length + 1)),
  /** Without VAT, for each ride that was driven. */
  perRideOre: fixedOre,
  /** Without VAT, for each calendar month whose last day is settled. */
  perMonthOre: fixedOre,
  /** Whether what the holder sells to the company has VAT. */
  isVatRegistered: z.boolean(),
  /** The agreement by which the company makes the holder's invoices to it (ML 2023:200, 17 kap. 15 §); null: there is none. */
  selfBilling: z.strictObject({
    agreedOn: z.string().refine(isLocalDate),
    /** Accepted unless the holder objects within so many days of getting it. */
    objectWithinDays: z.number().int().min(1).max(MAX_OBJECT_DAYS),
  }).nullable(),
}).superRefine(({ commission }, context) => {
  const refuse = (message: string) =>
    context.addIssue({ code: "custom", path: ["commission"], message });
  const asked = commission.map(({ method, vehicleClass }) => `${method} ${vehicleClass}`);
  if (new Set(asked).size !== asked.length) refuse("twice");
  for (const method of PAYMENT_METHODS) {
    if (!asked.includes(`${method} null`)) refuse("method-missing");
  }
});

/** The terms. */
export type SettlementTerms = z.infer<typeof settlementTermsSchema>;

/** Terms from a day on, until the next begin. They hold once a second person approved them. */
export interface TermsEdition {
  holderId: HolderId;
  /** Local date of the first sale they are for. */
  from: string;
  /** One higher with every change. */
  revision: number;
  terms: SettlementTerms;
  /** Ids of everyone who wrote part of them. */
  authors: string[];
  /** Id of who approved them; null while nobody has. */
  approvedBy: string | null;
}

/** The terms that hold on a local date, or null. */
export function termsOn(editions: readonly TermsEdition[], date: string): SettlementTerms | null {
  const begun = editions.filter(({ from, approvedBy }) => approvedBy !== null && from <= date);
  return begun.reduce<TermsEdition | null>(
    (last, one) => last === null || one.from > last.from ? one : last,
    null,
  )?.terms ?? null;
}

/** The commission of a sale, in hundredths of a percent: the row of its class before the one of every class. */
export function basisPointsOf(
  { commission }: SettlementTerms,
  { method, vehicleClass }: { method: PaymentMethod; vehicleClass: VehicleClass | null },
): number {
  const rows = commission.filter((row) => row.method === method);
  const own = rows.find((row) => row.vehicleClass !== null && row.vehicleClass === vehicleClass);
  return (own ?? rows.find((row) => row.vehicleClass === null))?.basisPoints ?? 0;
}

/** The last day before today that a week or a month ended on. */
export function lastEndOf(rhythm: SettlementTerms["rhythm"], today: string): string {
  if (rhythm === "month") return nextDate(`${today.slice(0, 7)}-01`, -1);
  // Sunday is the seventh day.
  return nextDate(today, -Temporal.PlainDate.from(today).dayOfWeek);
}
