// The forms of settlements: the terms of a permit holder, and what is deducted or added by hand.
import { plainLine } from "../forms/clean-text.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../payments/payment-method.ts";
import { type Adjustment, ADJUSTMENT_KINDS, DEDUCTION_RATES } from "../settlement/settlement.ts";
import {
  MAX_FIXED_ORE,
  MAX_OBJECT_DAYS,
  RHYTHMS,
  type SettlementTerms,
  WHOLE_BASIS_POINTS,
} from "../settlement/settlement-terms.ts";
import { oreIn } from "./action-form.ts";

/** Longest reason, in characters. */
export const MAX_REASON_LENGTH = 120;

/** Largest adjustment, in öre (1 000 000 kr): catches kronor × 100. */
export const MAX_ADJUSTMENT_ORE = 100_000_000;

/** What cannot be read, by the field. */
export type SettlementProblem =
  | ("from" | "rate" | "fee" | "agreement")
  | ("date" | "reason" | "amount" | "until" | "account");

/** What was sent, or why it is none. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: SettlementProblem };

type Fields = ReadonlyMap<string, string>;

/** What is read of an adjustment. */
export type SentAdjustment = Pick<
  Adjustment,
  "date" | "kind" | "reason" | "amountOre" | "vatRatePercent"
>;

/** The name of the field with the commission of a method, of every class or of one. */
export function rateField(method: PaymentMethod, vehicleClass: VehicleClass | null): string {
  return vehicleClass === null ? `rate-${method}` : `rate-${method}-${vehicleClass}`;
}

/** Reads terms. A class without a rate of its own has that of all; a method without one has none. */
export function readTerms(fields: Fields): Reading<SettlementTerms> {
  const commission: SettlementTerms["commission"] = [];
  for (const method of PAYMENT_METHODS) {
    for (const vehicleClass of [null, ...VEHICLE_CLASSES]) {
      const sent = sentText(fields, rateField(method, vehicleClass));
      if (sent === "" && vehicleClass !== null) continue;
      // Hundredths of a percent are written as öre are.
      const basisPoints = oreIn(sent === "" ? "0" : sent);
      if (basisPoints === null || basisPoints > WHOLE_BASIS_POINTS) return problem("rate");
      commission.push({ method, vehicleClass, basisPoints });
    }
  }
  const perRideOre = oreIn(sentText(fields, "perRide") || "0");
  const perMonthOre = oreIn(sentText(fields, "perMonth") || "0");
  if (perRideOre === null || perRideOre > MAX_FIXED_ORE) return problem("fee");
  if (perMonthOre === null || perMonthOre > MAX_FIXED_ORE) return problem("fee");
  const selfBilling = sentAgreement(fields);
  if (selfBilling === undefined) return problem("agreement");
  const rhythm = RHYTHMS.find((one) => one === fields.get("rhythm")) ?? "month";
  const isVatRegistered = fields.get("vat") === "on";
  return {
    ok: true,
    value: { rhythm, commission, perRideOre, perMonthOre, isVatRegistered, selfBilling },
  };
}

/** The fields of terms, as a form is filled in with them. */
export function termsFields(terms: SettlementTerms): Map<string, string> {
  const { commission, perRideOre, perMonthOre, rhythm, isVatRegistered, selfBilling } = terms;
  return new Map([
    ...commission.map(({ method, vehicleClass, basisPoints }): [string, string] => [
      ...[rateField(method, vehicleClass), decimals(basisPoints)] as const,
    ]),
    ["perRide", decimals(perRideOre)],
    ["perMonth", decimals(perMonthOre)],
    ["rhythm", rhythm],
    ["vat", isVatRegistered ? "on" : ""],
    ["agreedOn", selfBilling?.agreedOn ?? ""],
    ["objectWithin", selfBilling === null ? "" : String(selfBilling.objectWithinDays)],
  ]);
}

/** Reads an adjustment. What the company buys has VAT by the holder's own status, whatever is sent. */
export function readAdjustment(fields: Fields): Reading<SentAdjustment> {
  const date = sentText(fields, "date");
  if (!isLocalDate(date)) return problem("date");
  const kind = ADJUSTMENT_KINDS.find((one) => one === fields.get("kind")) ?? "deduction";
  const reason = sentText(fields, "reason");
  if (reason === "" || reason.length > MAX_REASON_LENGTH || hasPersonalNumber(reason)) {
    return problem("reason");
  }
  const amountOre = oreIn(sentText(fields, "amount"));
  if (amountOre === null || amountOre === 0 || amountOre > MAX_ADJUSTMENT_ORE) {
    return problem("amount");
  }
  const [full] = DEDUCTION_RATES;
  const sent = DEDUCTION_RATES.find((rate) => String(rate) === fields.get("rate")) ?? full;
  const vatRatePercent = kind === "compensation" ? full : sent;
  return { ok: true, value: { date, kind, reason, amountOre, vatRatePercent } };
}

/** Null for none; undefined for half of one. */
function sentAgreement(fields: Fields): SettlementTerms["selfBilling"] | undefined {
  const [agreedOn, within] = [sentText(fields, "agreedOn"), sentText(fields, "objectWithin")];
  if (agreedOn === "") return null;
  const objectWithinDays = /^\d{1,2}$/.test(within) ? Number(within) : 0;
  const isWhole = isLocalDate(agreedOn) && objectWithinDays >= 1 &&
    objectWithinDays <= MAX_OBJECT_DAYS;
  return isWhole ? { agreedOn, objectWithinDays } : undefined;
}

function problem(name: SettlementProblem): { ok: false; problem: SettlementProblem } {
  return { ok: false, problem: name };
}

function sentText(fields: Fields, name: string): string {
  return plainLine(fields.get(name) ?? "");
}

/** `1250` is `12,50`, `1000` is `10`. */
function decimals(hundredths: number): string {
  return hundredths % 100 === 0
    ? String(hundredths / 100)
    : (hundredths / 100).toFixed(2).replace(".", ",");
}
