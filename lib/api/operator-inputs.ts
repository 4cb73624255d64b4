// Bodies that the operators' API takes: what routes parse, and the API's own document describes.
import { z } from "zod";
import { changeInput, reasonInput } from "../board/change-input.ts";
import { PURGE_WAYS } from "../board/purge-form.ts";
import { bookingId } from "../booking/booking.ts";
import { MAX_ASSIGNED_AT_ONCE } from "../dispatch/assign-trips.ts";
import { driverId, VEHICLE_CLASSES, vehicleId } from "../fleet/vehicle.ts";
import { tripInput } from "../trip/trip-input.ts";

const id = z.string().min(1).max(40);
const ore = z.int().min(0);
const version = z.int().min(1);

const wanted = z.object({
  bookingId: id.transform(bookingId),
  expectedVersion: version,
  driverId: id.transform(driverId),
  override: reasonInput.optional(),
});
const cars = z.array(z.object({
  bookingId: id.transform(bookingId),
  vehicleId: id.transform(vehicleId),
  isFixed: z.boolean(),
})).max(MAX_ASSIGNED_AT_ONCE).default([]);

/** Trips that are given cars, or what giving them would come to. */
export const assignmentInput = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("preview"),
    bookingIds: z.array(id.transform(bookingId)).min(1).max(MAX_ASSIGNED_AT_ONCE),
    cars,
  }),
  z.object({ type: z.literal("candidates"), bookingId: id.transform(bookingId), cars }),
  z.object({
    type: z.literal("assign"),
    trips: z.array(wanted).min(1).max(MAX_ASSIGNED_AT_ONCE),
  }),
]);

/** An act that is taken back. */
export const undoInput = z.object({ type: z.literal("undo") });

/** A dead job that is tried again or dropped. */
export const deadJobInput = z.object({ type: z.enum(["retry", "drop"]) });

const said = z.string().max(256).default("");

/** What is kept ready and is to go: the fields its way needs. */
export const purgeInput = z.object({
  by: z.enum(PURGE_WAYS),
  ...{ tag: said, category: said, pattern: said, key: said },
  reason: reasonInput,
});

/** `preview: true` says what the change comes to; without it version and price must be those that were shown. */
export const bookingChangeInput = z.discriminatedUnion("preview", [
  changeInput.extend({ preview: z.literal(true) }),
  changeInput.extend({
    preview: z.literal(false).default(false),
    expectedVersion: version,
    expectedTotalOre: ore,
  }),
]);

const { passengers, bags, wheelchairs, extras, pickup } = tripInput.shape;
const share = z.object({ passengers: passengers.unwrap(), bags, wheelchairs, extras });
/** Absent: a preview. */
const seen = { expected: z.object({ version, formerOre: ore, copyOre: ore }).optional() };

/** A booking that is made out of another. */
export const copyInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("split"), share, vehicleClass: z.enum(VEHICLE_CLASSES), ...seen }),
  z.object({ kind: z.enum(["duplicate", "return"]), pickup, ...seen }),
]);

/** A booking that is brought back. */
export const revivalInput = z.object({
  /** Another time; left out: the one it had. */
  pickup: pickup.optional(),
  reason: reasonInput,
  /** Absent: a preview. */
  expected: z.object({ version, totalOre: ore }).optional(),
});

const instant = z.iso.datetime();
/** Without `until` nobody knows yet when the vehicle is back. */
const time = { from: instant, until: instant.optional() };

/** A vehicle that is taken out of traffic, or put back. */
export const outageInput = z.discriminatedUnion("type", [
  z.object({ type: z.literal("preview"), ...time }),
  z.object({ type: z.literal("out-of-traffic"), ...time, reason: reasonInput }),
  z.object({ type: z.literal("back-in-traffic"), outageId: id }),
]);
