// What cancelling, not coming and lateness cost, as an operator decided it for bookings from a day on.
import { z } from "zod";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { FAULTS, FEE_KINDS } from "./fault.ts";

/** Most rows of a matrix: a list a person can check. */
export const MAX_FEE_ROWS = 60;

/** Most steps of lateness; 10 and 20 minutes are two. */
const MAX_LATENESS_STEPS = 5;

/** Largest fixed fee, in öre (10 000 kr): catches kronor × 100; the price bounds it anyway. */
export const MAX_FEE_ORE = 1_000_000;

/** Earliest a fee can begin before the pickup, in minutes: a week. */
export const MAX_WITHIN_MINUTES = 7 * 24 * 60;

/** Longest a driver waits, in minutes. */
export const MAX_WAIT_MINUTES = 120;

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const word = z.string().trim().min(1).max(60).refine((text) => !hasPersonalNumber(text));

/** Part of the price, or öre; whole kronor, so that nobody pays öre for a ride they never took. */
const amount = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percent"), percent: z.number().int().min(0).max(100) }),
  z.strictObject({
    kind: z.literal("fixed"),
    ore: z.number().int().min(0).max(MAX_FEE_ORE).multipleOf(100),
  }),
]);

const row = z.strictObject({
  fault: z.enum(FAULTS),
  kind: z.enum(FEE_KINDS),
  /** Where the car was to come: a town by its name, a zone of the tariff by its id, or anywhere. */
  place: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("any") }),
    z.strictObject({ kind: z.literal("city"), name: word }),
    z.strictObject({ kind: z.literal("zone"), id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) }),
  ]),
  vehicleClass: z.enum(VEHICLE_CLASSES).nullable(),
  /** The pickup by the clock face in Sweden, `until` exclusive; at or before `from` it is past midnight. */
  band: z.strictObject({ from: localTime, until: localTime }).nullable(),
  /** Counts once less than this is left before the pickup; null: whenever. */
  withinMinutes: z.number().int().min(1).max(MAX_WITHIN_MINUTES).nullable(),
  amount,
});

const lateness = z.strictObject({
  /** How long after the promised pickup the car came, at least. */
  fromMinutes: z.number().int().min(1).max(240),
  amount,
});

/** Checks a matrix an operator wrote. */
export const feeMatrixSchema = z.strictObject({
  /** The driver waits this many minutes after the pickup before the customer counts as not come. */
  waitMinutes: z.number().int().min(0).max(MAX_WAIT_MINUTES),
  rows: z.array(row).max(MAX_FEE_ROWS),
  /** What the company gives back when the car is late; each step more than the one before. */
  lateness: z.array(lateness).max(MAX_LATENESS_STEPS),
}).superRefine((matrix, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  const seen = new Set<string>();
  matrix.rows.forEach((one, i) => {
    if (one.kind === "no-show" && one.withinMinutes !== null) refuse(["rows", i], "no-show-within");
    const asked = askedOf(one);
    if (seen.has(asked)) refuse(["rows", i], "twice");
    seen.add(asked);
    // Pages of terms promise a time until which cancelling is free: a ride that nothing is special about has one.
    if (isPlainCancelling(one) && one.withinMinutes === null) refuse(["rows", i], "never-free");
  });
  matrix.lateness.forEach(({ fromMinutes }, i) => {
    const before = matrix.lateness[i - 1]?.fromMinutes ?? 0;
    if (fromMinutes <= before) refuse(["lateness", i], "order");
  });
});

/** A matrix: no row fits, no fee. */
export type FeeMatrix = z.infer<typeof feeMatrixSchema>;

/** One row of it. */
export type FeeRow = FeeMatrix["rows"][number];

/** A fee, or what is given back. */
export type FeeAmount = FeeRow["amount"];

/** From how many minutes on lateness gives something back. */
export type LatenessStep = FeeMatrix["lateness"][number];

/** A matrix in force for what is booked from the local date `bookedFrom` on, until the next one begins. */
export interface FeeEdition {
  bookedFrom: string;
  matrix: FeeMatrix;
}

function isPlainCancelling({ fault, kind, place, vehicleClass, band }: FeeRow): boolean {
  const isPlain = place.kind === "any" && vehicleClass === null && band === null;
  return isPlain && fault === "customer" && kind === "cancel";
}

function askedOf({ amount: _, ...asked }: FeeRow): string {
  return JSON.stringify(asked);
}
