// The form of a landmark: its fields as text, and what an operator asks for with them.
import { cleanLine, plainLine } from "../forms/clean-text.ts";
import {
  type LandmarkFields,
  landmarkSchema,
  MAX_ALIASES,
  MAX_LANDMARK_AREA,
  MAX_LANDMARK_NAME,
} from "../places/landmark.ts";
import type { LandmarkCommand, LandmarkEdit, LandmarkProblem } from "../places/landmark-edit.ts";
import type { Point } from "../places/place.ts";

/** What stands in the form. */
export interface LandmarkFormValues {
  kind: string;
  name: string;
  nameEn: string;
  area: string;
  town: string;
  /** `57.70570, 11.98530`, as maps give it. */
  point: string;
  /** One a line. */
  aliases: string;
  isExact: boolean;
  mayBeFar: boolean;
}

/** A new landmark's form. */
export const EMPTY_LANDMARK: LandmarkFormValues = {
  kind: "attraction",
  name: "",
  nameEn: "",
  area: "",
  town: "Göteborg",
  point: "",
  aliases: "",
  isExact: true,
  mayBeFar: false,
};

/** A command, or the form again with its problem. */
export type LandmarkFormReading =
  | { ok: true; command: LandmarkCommand }
  | { ok: false; problem: LandmarkProblem };

/** The form of a landmark as it is. */
export function valuesOf({ landmark }: LandmarkEdit): LandmarkFormValues {
  const { kind, name, nameEn, area, town, point, aliases, source } = landmark;
  return {
    ...{ kind, name, nameEn, area, town },
    point: `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)}`,
    aliases: aliases.join("\n"),
    isExact: source !== "map",
    mayBeFar: false,
  };
}

/** What was sent, as the form shows it again. */
export function sentValues(fields: ReadonlyMap<string, string>): LandmarkFormValues {
  const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_TEXT);
  return {
    kind: text("kind"),
    name: cleanLine(text("name")),
    nameEn: cleanLine(text("nameEn")),
    area: cleanLine(text("area")),
    town: cleanLine(text("town")),
    point: plainLine(text("point")),
    aliases: text("aliases"),
    isExact: fields.get("isExact") === "yes",
    mayBeFar: fields.get("mayBeFar") === "yes",
  };
}

/** Reads a form as the command `type`. */
export function readLandmarkForm(
  type: "add" | "change",
  values: LandmarkFormValues,
): LandmarkFormReading {
  const { name, nameEn, area, town, kind, isExact, mayBeFar } = values;
  const isNamed = (text: string) => /[\p{L}\p{N}]/u.test(text);
  if (!isNamed(name)) return { ok: false, problem: "nameMissing" };
  if (!isNamed(town)) return { ok: false, problem: "townMissing" };
  const point = pointIn(values.point);
  if (point === null) return { ok: false, problem: "pointMissing" };
  const aliases = values.aliases.split(/[\n;]/).map(cleanLine).filter(isNamed);
  const read = FIELDS.safeParse({ kind, name, nameEn, area, town, point, aliases });
  if (!read.success) return { ok: false, problem: "tooMuch" };
  const fields: LandmarkFields = { ...read.data, isExact };
  return { ok: true, command: { type, fields, mayBeFar } };
}

/** A point as maps give it: `57.7057, 11.9853`, with a comma for the decimals too: `57,7057 11,9853`. */
export function pointIn(text: string): Point | null {
  const found = /(-?\d{1,2}[.,]\d{2,})\s*[,;\s]\s*(-?\d{1,3}[.,]\d{2,})/.exec(plainLine(text));
  if (found === null) return null;
  const [lat, lng] = [found[1], found[2]].map((part = "") => Number(part.replace(",", ".")));
  if (lat === undefined || lng === undefined) return null;
  // Five decimals, as the points that ship have them: about a metre.
  return { lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) };
}

/** Longest text of a field that is looked at. */
const MAX_TEXT = MAX_ALIASES * (MAX_LANDMARK_NAME + 1) + MAX_LANDMARK_AREA;

const FIELDS = landmarkSchema.pick({
  kind: true,
  name: true,
  nameEn: true,
  area: true,
  town: true,
  point: true,
  aliases: true,
});
