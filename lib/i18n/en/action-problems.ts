// English: why an act of an operator was refused, by its problem.
import { actProblemsEn } from "./act-words.ts";
import { undoProblemsEn } from "./last-act.ts";
import type { actionProblemsSv } from "../sv/action-problems.ts";

/** The sentences. */
export const actionProblemsEn: typeof actionProblemsSv = {
  ...actProblemsEn,
  ...undoProblemsEn,
  "booking-state":
    "That is not possible in the trip’s present state. What you see below is the latest.",
  "driver-not-found": "That driver is gone. Choose another.",
  "vehicle-not-free": "The driver’s car is taken at that time. Choose another driver.",
  "booking-not-found": "There is no such booking.",
  "reason-missing": (max) => `Give a reason, at most ${max} characters.`,
  "fee-invalid": "The fee is an amount in kronor, from 0 to the price of the trip.",
  "driver-missing": "Choose a driver.",
  "not-allowed": "Your role may not do that. Nothing was changed.",
  "not-signed-in": "You are signed out. Sign in again; nothing was changed.",
  "token-invalid":
    "The page was too old to save safely. Reload it and try again; nothing was changed.",
  offline: "No contact with the server. Nothing was changed; try again when contact is back.",
  other: "It could not be saved. What you see below is the latest we know; try again.",
};
