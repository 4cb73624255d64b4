// An operator adds, changes, retires or restores a landmark; every process finds it so within a moment.
import { DomainError } from "../errors/domain-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { checkEdition, settledEdition } from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { METERS_PER_DEGREE } from "./great-circle.ts";
import type { LandmarkCommand, LandmarkEdit, LandmarkProblem } from "./landmark-edit.ts";
import { decideLandmark, foldedName, landmarkId, type LandmarkWorld } from "./landmark-rules.ts";
import { type LandmarkStore, MAX_EDITS } from "./landmark-store.ts";
import type { Place, Point } from "./place.ts";
import type { PlaceIndex } from "./place-index.ts";
import { isInSweden } from "./sweden.ts";

/** What editing needs. */
export interface EditLandmarkDeps {
  db: Database;
  landmarks: LandmarkStore;
  places: PlaceIndex;
  clock: Clock;
}

/** What an operator asks for, and the landmark it was seen as. */
export interface EditLandmarkInput {
  /** "" for a new one: its name makes the id. */
  id: string;
  command: LandmarkCommand;
  /** The version the operator looked at; 0 for one that ships untouched, and for a new one. */
  expectedVersion: number;
  operatorName: string;
}

/** The landmark as it is now, or why nothing was done. */
export type EditedLandmark =
  | { ok: true; edit: LandmarkEdit }
  | { ok: false; problem: LandmarkProblem };

/** A point within this of a street's line is at the street. */
export const STREET_METERS = 150;
/** Farther than this from every street we know none: nothing is said of the point there. */
const STREETS_END_METERS = 1_000;

/** Carries out a command. Throws DomainError("busy") as commits do. */
export async function editLandmark(
  deps: EditLandmarkDeps,
  { id: asked, command, expectedVersion, operatorName }: EditLandmarkInput,
): Promise<EditedLandmark> {
  const id = command.type === "add" ? landmarkId(command.fields.name) : asked;
  const { value } = await commitWithRetry<EditedLandmark>(deps.db, async (tx) => {
    // A change of many landmarks that was decided meanwhile must not be written over this one.
    checkEdition(tx, await settledEdition(deps.db));
    const [before, all] = await Promise.all([
      deps.landmarks.forChange(id),
      deps.landmarks.all(),
    ]);
    if (all.length >= MAX_EDITS) throw new DomainError("busy");
    const current = before.edit;
    if (command.type !== "add" && current !== null && current.version !== expectedVersion) {
      return new Unwritten({ ok: false as const, problem: "changedMeanwhile" as const });
    }
    const decision = decideLandmark(id, current, command, worldAround(deps.places, id, all));
    if (!decision.ok) return new Unwritten(decision);
    const { edit, type } = decision;
    deps.landmarks.write(tx, before, edit, {
      at: deps.clock.now().toString(),
      type,
      operatorName,
      before: current?.landmark ?? null,
      after: edit.landmark,
    });
    return { ok: true as const, edit };
  });
  // Whoever saved it may look for it next, here or in another process.
  if (value.ok) await deps.landmarks.announce();
  return value;
}

/** What a decision about landmark `id` must know. */
function worldAround(
  places: PlaceIndex,
  id: string,
  all: readonly LandmarkEdit[],
): LandmarkWorld {
  const others = all.filter(({ landmark, isRetired }) => landmark.id !== id && !isRetired);
  const named = places.places.filter(({ place }) =>
    place.kind === "station" || place.kind === "airport"
  );
  const names = [
    ...others.flatMap(({ landmark }) => [landmark.name, landmark.nameEn]),
    ...named.flatMap(({ place, exonyms }) => [place.name, ...Object.values(exonyms)]),
  ];
  return {
    taken: new Set(names.map(foldedName).filter((name) => name !== "")),
    isInSweden: (point) => isInSweden(places.sweden, point),
    streetAt: (point) => streetAt(places, point),
  };
}

/** The street whose line is nearest within STREET_METERS; null beside others; undefined where none is known. */
export function streetAt(index: PlaceIndex, point: Point): Place | null | undefined {
  const { lats, lngs, places } = index.traces;
  const east = Math.cos(point.lat * Math.PI / 180);
  let best = STREETS_END_METERS;
  let found: Place | undefined;
  for (let i = 0; i < places.length; i++) {
    const { place } = index.places[places[i]!]!;
    if (place.kind !== "street") continue;
    const north = (lats[i]! - point.lat) * METERS_PER_DEGREE;
    const side = (lngs[i]! - point.lng) * east * METERS_PER_DEGREE;
    const meters = Math.hypot(north, side);
    if (meters < best) [best, found] = [meters, place];
  }
  return found === undefined ? undefined : best <= STREET_METERS ? found : null;
}
