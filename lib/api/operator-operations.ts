// The operators' API, which their own pages use: a session, its token, and a right for each.
import { z } from "zod";
import { operatorCommand } from "../board/operator-command.ts";
import { PURGES_DONE } from "../board/purge-cache.ts";
import { idempotencyKey, json, type Operation } from "./operation.ts";
import {
  assignmentInput,
  bookingChangeInput,
  copyInput,
  deadJobInput,
  outageInput,
  purgeInput,
  revivalInput,
  undoInput,
} from "./operator-inputs.ts";

const KEY = idempotencyKey(false);
const DATE = { date: "A local date, `2026-11-24`; today when it is left out." };
const ACT = json("The bookings after it, and the act that can be undone, or what it would come to");

/** Its entries. */
export const OPERATOR_OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/admin/bookings",
    summary: "Bookings of a day, or those a search finds",
    query: { ...DATE, q: "What to look for.", cursor: "Where the next page begins." },
    answers: { 200: json("A page of bookings") },
  },
  {
    method: "get",
    path: "/api/admin/bookings/:bookingId",
    summary: "A booking with its history",
    answers: { 200: json("The booking") },
  },
  {
    method: "get",
    path: "/api/admin/bookings/:bookingId/candidates",
    summary: "The cars for a trip, best first",
    answers: { 200: json("The cars", { candidates: z.array(z.looseObject({})) }) },
  },
  acting("/api/admin/bookings/:bookingId/commands", "Does one thing to a booking", operatorCommand),
  acting("/api/admin/bookings/:bookingId/changes", "Changes a booking", bookingChangeInput),
  acting("/api/admin/bookings/:bookingId/copies", "Makes a booking out of another", copyInput),
  acting("/api/admin/bookings/:bookingId/revival", "Brings a booking back", revivalInput),
  acting("/api/admin/assignments", "Gives trips their cars", assignmentInput),
  acting("/api/admin/vehicles/:vehicleId/outages", "Takes a car out of traffic", outageInput),
  acting("/api/admin/acts/:actId", "Takes an act back", undoInput),
  {
    method: "get",
    path: "/api/admin/counts",
    summary: "How many bookings were made, moved, driven and lost on a date",
    query: DATE,
    answers: { 200: json("The counts", { date: z.string(), counts: z.looseObject({}) }) },
  },
  {
    method: "get",
    path: "/api/admin/events",
    summary: "What changes, as it happens",
    query: { cursor: "The event after which to begin." },
    answers: { 200: { says: "Server-sent events", type: "text/event-stream" } },
  },
  {
    method: "get",
    path: "/api/admin/outages",
    summary: "When cars are out of traffic",
    answers: { 200: json("Stretches by car", { vehicles: z.unknown() }) },
  },
  {
    method: "get",
    path: "/api/admin/jobs",
    summary: "Jobs that have failed for good",
    answers: { 200: json("The jobs") },
  },
  {
    method: "get",
    path: "/api/admin/cache",
    summary: "What is kept ready in this process, in figures",
    answers: {
      200: json("Since the process began: by tier and category, hot keys, the last warming"),
    },
  },
  {
    method: "post",
    path: "/api/admin/cache/purges",
    summary: "Throws away what is not to be given any more, soon after signing in alone",
    body: purgeInput,
    answers: { 200: json("Where it holds", { done: z.enum(PURGES_DONE) }) },
  },
  {
    method: "post",
    path: "/api/admin/jobs/:jobId",
    summary: "Tries such a job again, or drops it",
    body: deadJobInput,
    answers: { 204: { says: "Done" } },
  },
];

function acting(path: string, summary: string, body: z.ZodType): Operation {
  return { method: "post", path, summary, body, headers: KEY, answers: { 200: ACT } };
}
