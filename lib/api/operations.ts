// The customers' API: places, prices, bookings. A route of the API without an entry fails tests/api/openapi_test.ts.
import { z } from "zod";
import { bookingInput } from "../booking/contact.ts";
import { followInput } from "../push/follow-booking.ts";
import { smsReport } from "../sms/take-report.ts";
import { faultReportSchema } from "../trail/fault-report.ts";
import { cancelInput, pinInput, quoteInput, rescheduleInput } from "./inputs.ts";
import { idempotencyKey, json, type Operation } from "./operation.ts";

const LOCALE = {
  locale: "Language of names: `sv` or `en`; that of the request when it is neither.",
};
const option = z.looseObject({ totalOre: z.int() });
const quote = { id: z.string(), options: z.array(option) };

/** Its entries. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/openapi.json",
    summary: "This document",
    answers: { 200: json("The document", { openapi: z.string() }) },
  },
  {
    method: "get",
    path: "/api/places",
    summary: "Places that fit what somebody has typed so far",
    query: { q: "What was typed.", ...LOCALE },
    answers: { 200: json("At most eight", { places: z.array(z.looseObject({})).max(8) }) },
  },
  {
    method: "post",
    path: "/api/pins",
    summary: "What a point is called, and where a car stops for it",
    query: LOCALE,
    body: pinInput,
    answers: { 200: json("The place, or why none", { ok: z.boolean() }) },
  },
  {
    method: "post",
    path: "/api/quotes",
    summary: "Prices of a trip: frozen, or with `preview` only looked at",
    body: quoteInput,
    answers: {
      200: json("Prices that are not kept", { options: z.array(option) }),
      201: json("A quote that can be bought until it runs out", quote),
    },
  },
  {
    method: "get",
    path: "/api/quotes/:quoteId",
    summary: "A quote",
    answers: { 200: json("The quote", quote) },
  },
  {
    method: "post",
    path: "/api/bookings",
    summary: "Books an option of a quote",
    headers: idempotencyKey(true),
    body: bookingInput,
    answers: {
      201: json("The booking and its link", { booking: z.looseObject({}), link: z.string() }),
    },
  },
  {
    method: "get",
    path: "/api/bookings/:link",
    summary: "A booking by its link",
    answers: { 200: json("The booking") },
  },
  {
    method: "get",
    path: "/api/bookings/:link/events",
    summary: "The versions of a booking, as they come about",
    answers: { 200: { says: "Server-sent events", type: "text/event-stream" } },
  },
  {
    method: "post",
    path: "/api/bookings/:link/cancel",
    summary: "Gives a booking up, for the fee that was shown",
    body: cancelInput,
    answers: { 200: json("The booking after it") },
  },
  {
    method: "post",
    path: "/api/bookings/:link/reschedule",
    summary: "Asks for the price of another time, or moves the booking for it",
    body: rescheduleInput,
    answers: {
      200: json("The booking after it"),
      201: json("The quote that moves it", { id: z.string() }),
    },
  },
  {
    method: "post",
    path: "/api/bookings/:link/push",
    summary: "A browser is told when the car is on its way, or no more",
    body: followInput,
    answers: { 204: { says: "Noted" } },
  },
  {
    method: "post",
    path: "/api/sms/:token",
    summary: "The text message service reports what became of a message",
    form: smsReport,
    answers: { 204: { says: "Noted" } },
  },
  {
    method: "post",
    path: "/api/stripe/events",
    summary: "Stripe posts what has happened, signed",
    answers: {
      204: { says: "Noted" },
      400: { says: "Signed by nobody we know", type: "application/problem+json" },
    },
  },
  {
    method: "post",
    path: "/api/faults",
    summary: "A page of ours tells what failed in it",
    body: faultReportSchema,
    answers: { 201: json("Under which reference it is kept", { reference: z.string() }) },
  },
];
