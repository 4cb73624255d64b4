// What operators see of landmarks: the list with a search, one landmark with its story, and its form.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { foldLetters } from "../forms/fold-letters.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import { streetAt } from "../places/edit-landmark.ts";
import type { LandmarkChanged, LandmarkEdit, LandmarkProblem } from "../places/landmark-edit.ts";
import type { LandmarkStore } from "../places/landmark-store.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import { EMPTY_LANDMARK, type LandmarkFormValues, valuesOf } from "./landmark-form.ts";

/** Most landmarks in the list; a search shows the others. */
export const MAX_LISTED = 100;

/** What loading needs. */
export interface LandmarksPageDeps {
  db: Database;
  landmarks: LandmarkStore;
  places: PlaceIndex;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What every page of landmarks has. */
interface Framed {
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
}

/** The list. */
export interface LandmarksData extends Framed {
  q: string;
  landmarks: readonly LandmarkEdit[];
  /** How many fit the search. */
  count: number;
  /** How many ask for a pin. */
  approximate: number;
  done: string;
}

/** One landmark, or the form of a new one. */
export interface LandmarkData extends Framed {
  /** "" for a new one. */
  id: string;
  edit: LandmarkEdit | null;
  values: LandmarkFormValues;
  problem: LandmarkProblem | null;
  /** The street beside its point, "" when none is near. */
  street: string;
  story: readonly LandmarkChanged[];
}

/** The list: all words of `q` must stand in a landmark's names or around it. */
export async function loadLandmarks(
  deps: LandmarksPageDeps,
  operator: OperatorSession,
  { q, done }: { q: string; done: string },
): Promise<LandmarksData> {
  const [all, framed] = await Promise.all([deps.landmarks.all(), framedFor(deps, operator)]);
  const words = foldLetters(q).split(/\s+/).filter(Boolean);
  const found = all.filter((edit) => words.every((word) => textOf(edit).includes(word)))
    .sort(byTownAndName);
  return {
    ...framed,
    q,
    done,
    landmarks: found.slice(0, MAX_LISTED),
    count: found.length,
    approximate: found.filter(({ landmark, isRetired }) => {
      return landmark.source === "map" && !isRetired;
    }).length,
  };
}

/** One landmark with its form; null when there is none of that id. */
export async function loadLandmark(
  deps: LandmarksPageDeps,
  operator: OperatorSession,
  id: string,
  refused?: { values?: LandmarkFormValues; problem: LandmarkProblem },
): Promise<LandmarkData | null> {
  const [{ edit }, story, framed] = await Promise.all([
    deps.landmarks.forChange(id),
    deps.landmarks.story(id),
    framedFor(deps, operator),
  ]);
  if (edit === null) return null;
  const street = streetAt(deps.places, edit.landmark.point)?.name ?? "";
  const values = refused?.values ?? valuesOf(edit);
  return { ...framed, id, edit, values, problem: refused?.problem ?? null, street, story };
}

/** The form of a new landmark. */
export async function loadNewLandmark(
  deps: LandmarksPageDeps,
  operator: OperatorSession,
  refused?: { values: LandmarkFormValues; problem: LandmarkProblem },
): Promise<LandmarkData> {
  const { values = EMPTY_LANDMARK, problem = null } = refused ?? {};
  const framed = await framedFor(deps, operator);
  return { ...framed, id: "", edit: null, values, problem, street: "", story: [] };
}

async function framedFor(deps: LandmarksPageDeps, operator: OperatorSession): Promise<Framed> {
  const [formToken, deadJobs] = await Promise.all([
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  return { formToken, deadJobs, nowMs: deps.clock.now().epochMilliseconds };
}

function textOf({ landmark: { name, nameEn, area, town, aliases } }: LandmarkEdit): string {
  return foldLetters([name, nameEn, area, town, ...aliases].join(" "));
}

function byTownAndName({ landmark: a }: LandmarkEdit, { landmark: b }: LandmarkEdit): number {
  return a.town.localeCompare(b.town, "sv") || a.name.localeCompare(b.name, "sv");
}
