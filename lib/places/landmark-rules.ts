// What may be done to landmarks: pure decisions about operators' edits and the list they make together.
import { foldWords } from "./fold.ts";
import { type Landmark, type LandmarkFields, USUAL_WEIGHT } from "./landmark.ts";
import type {
  LandmarkChanged,
  LandmarkCommand,
  LandmarkEdit,
  LandmarkProblem,
} from "./landmark-edit.ts";
import type { Place, Point } from "./place.ts";

/** What a decision needs to know of the world around the landmark. */
export interface LandmarkWorld {
  /** Names no landmark may take, folded: those of other landmarks, stations and airports. */
  taken: ReadonlySet<string>;
  isInSweden: (point: Point) => boolean;
  /** The street beside a point; null when none is near; undefined where we know no streets. */
  streetAt: (point: Point) => Place | null | undefined;
}

/** The outcome: the row to write and what to tell, or why not. */
export type LandmarkDecision =
  | { ok: true; edit: LandmarkEdit; type: LandmarkChanged["type"] }
  | { ok: false; problem: LandmarkProblem };

/** Decides a command on a landmark as it is now, `null` when there is none of that id yet. */
export function decideLandmark(
  id: string,
  current: LandmarkEdit | null,
  command: LandmarkCommand,
  world: LandmarkWorld,
): LandmarkDecision {
  const version = (current?.version ?? 0) + 1;
  switch (command.type) {
    case "add": {
      if (current !== null) return refuse("nameTaken");
      const problem = fieldsProblem(command, world);
      if (problem !== null) return refuse(problem);
      const landmark = withFields(null, id, command.fields, world);
      return { ok: true, edit: { landmark, isRetired: false, version }, type: "added" };
    }
    case "change": {
      if (current === null || current.isRetired) return refuse("notThere");
      const problem = fieldsProblem(command, world);
      if (problem !== null) return refuse(problem);
      const landmark = withFields(current.landmark, id, command.fields, world);
      return { ok: true, edit: { landmark, isRetired: false, version }, type: "changed" };
    }
    case "retire":
    case "restore": {
      const isRetired = command.type === "retire";
      if (current === null || current.isRetired === isRetired) return refuse("notThere");
      if (!isRetired && isTaken(current.landmark, world)) return refuse("nameTaken");
      const type = isRetired ? "retired" : "restored";
      return { ok: true, edit: { ...current, isRetired, version }, type };
    }
    default:
      return command satisfies never;
  }
}

/** The landmarks in force: what ships, with operators' edits over it, retired ones left out. */
export function landmarksInForce(
  shipped: readonly Landmark[],
  edits: readonly LandmarkEdit[],
): Landmark[] {
  const byId = new Map(shipped.map((landmark) => [landmark.id, landmark]));
  for (const { landmark, isRetired } of edits) {
    if (isRetired) byId.delete(landmark.id);
    else byId.set(landmark.id, landmark);
  }
  return [...byId.values()];
}

/** A name as names are compared. */
export function foldedName(name: string): string {
  return foldWords(name).join(" ");
}

/** The id a new landmark gets: `landmark:nya-operan`. */
export function landmarkId(name: string): string {
  const slug = foldedName(name).replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return `landmark:${slug.slice(0, 60).replace(/-$/, "") || "plats"}`;
}

function fieldsProblem(
  { fields, mayBeFar }: Extract<LandmarkCommand, { type: "add" | "change" }>,
  world: LandmarkWorld,
): LandmarkProblem | null {
  if (isTaken(fields, world)) return "nameTaken";
  if (!world.isInSweden(fields.point)) return "outsideSweden";
  return !mayBeFar && world.streetAt(fields.point) === null ? "farFromStreet" : null;
}

function isTaken({ name, nameEn }: Pick<Landmark, "name" | "nameEn">, { taken }: LandmarkWorld) {
  return [name, nameEn].some((one) => one !== "" && taken.has(foldedName(one)));
}

/** A point that an operator moved or vouches for is the operator's; another keeps what is known of it. */
function withFields(
  former: Landmark | null,
  id: string,
  { isExact, ...fields }: LandmarkFields,
  world: LandmarkWorld,
): Landmark {
  const { lat, lng } = fields.point;
  const isSame = former?.point.lat === lat && former.point.lng === lng;
  const keepsSource = isSame && former.source !== "map";
  return {
    ...fields,
    id,
    weight: former?.weight ?? USUAL_WEIGHT,
    source: !isExact ? "map" : keepsSource ? former.source : "operator",
    tiedTo: isSame ? former.tiedTo : world.streetAt(fields.point)?.id ?? "",
  };
}

function refuse(problem: LandmarkProblem): LandmarkDecision {
  return { ok: false, problem };
}
