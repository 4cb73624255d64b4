// What operators do to landmarks: their own version of one, which goes over the row that ships, and its story.
import type { Landmark, LandmarkFields } from "./landmark.ts";

/** An operator's version of a landmark; it goes over the one that ships, if any does. */
export interface LandmarkEdit {
  landmark: Landmark;
  /** A retired landmark is not found any more; bookings that name it keep their words. */
  isRetired: boolean;
  /** 1 for the first edit; raised by each. */
  version: number;
}

/** What an operator asks for. */
export type LandmarkCommand =
  | { type: "add"; fields: LandmarkFields; mayBeFar: boolean }
  | { type: "change"; fields: LandmarkFields; mayBeFar: boolean }
  | { type: "retire" }
  | { type: "restore" };

/** What was done, by whom, and what the landmark was before and after; told on the feed and kept. */
export interface LandmarkChanged {
  /** The server's instant, ISO in UTC. */
  at: string;
  type: "added" | "changed" | "retired" | "restored";
  operatorName: string;
  before: Landmark | null;
  after: Landmark;
}

/** Why a command was refused; the texts are in the dictionaries under the same names. */
export const LANDMARK_PROBLEMS = [
  "nameMissing",
  "nameTaken",
  "townMissing",
  "pointMissing",
  "outsideSweden",
  "farFromStreet",
  "tooMuch",
  "changedMeanwhile",
  "notThere",
] as const;

/** One of them. */
export type LandmarkProblem = typeof LANDMARK_PROBLEMS[number];
