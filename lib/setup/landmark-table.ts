// The table of landmarks, as operators edit them.
import { cleanLine } from "../forms/clean-text.ts";
import {
  type Landmark,
  LANDMARK_SOURCES,
  landmarkSlug,
  MAX_ALIASES,
  MAX_LANDMARK_AREA,
  MAX_LANDMARK_NAME,
  USUAL_WEIGHT,
} from "../places/landmark.ts";
import type { LandmarkEdit } from "../places/landmark-edit.ts";
import { LANDMARK_KINDS, type LandmarkKind } from "../places/place.ts";
import { type CellReader, count, decimal, line, option, yesOrNo } from "./cells.ts";
import { cell, type Table } from "./table.ts";

const slug: CellReader = (text) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text.trim()) && text.length <= MAX_LANDMARK_NAME
    ? { ok: true, value: text.trim() }
    : { ok: false, code: "idForm" };

const tie: CellReader = (text) =>
  /^(street|station|airport):[A-Za-z0-9-]+$/.test(text.trim())
    ? { ok: true, value: text.trim() }
    : { ok: false, code: "idForm" };

/** Other names, a bar between them. */
const aliases: CellReader = (text) => {
  const names = text.split("|").map(cleanLine).filter(Boolean);
  const fits = names.length <= MAX_ALIASES && names.every((one) => one.length <= MAX_LANDMARK_NAME);
  return fits
    ? { ok: true, value: names.join(" | ") }
    : { ok: false, code: "tooLong", expected: String(MAX_LANDMARK_NAME) };
};

/** Landmarks; `version` of a row made from cells is 0, the one it is stored with is counted on. */
export const LANDMARK_TABLE: Table<LandmarkEdit> = {
  kind: "landmarks",
  columns: [
    { name: "id", read: slug, isRequired: true },
    { name: "kind", read: option(LANDMARK_KINDS), isRequired: true },
    { name: "name", read: line(MAX_LANDMARK_NAME), isRequired: true },
    { name: "nameEn", read: line(MAX_LANDMARK_NAME) },
    { name: "area", read: line(MAX_LANDMARK_AREA) },
    { name: "town", read: line(MAX_LANDMARK_AREA), isRequired: true },
    { name: "lat", read: decimal(-90, 90), isRequired: true },
    { name: "lng", read: decimal(-180, 180), isRequired: true },
    { name: "aliases", read: aliases },
    { name: "source", read: option(LANDMARK_SOURCES), isNeverEmpty: true },
    { name: "weight", read: count(0, 100), isNeverEmpty: true },
    { name: "tiedTo", read: tie },
    { name: "retired", read: yesOrNo, isNeverEmpty: true },
  ],
  plain: () => ({
    ...{ nameEn: "", area: "", aliases: "", source: "operator", tiedTo: "", retired: "no" },
    weight: String(USUAL_WEIGHT),
  }),
  cellsOf: ({ landmark, isRetired }) => ({
    id: landmarkSlug(landmark.id),
    kind: landmark.kind,
    name: landmark.name,
    nameEn: landmark.nameEn,
    area: landmark.area,
    town: landmark.town,
    lat: String(landmark.point.lat),
    lng: String(landmark.point.lng),
    aliases: landmark.aliases.join(" | "),
    source: landmark.source,
    weight: String(landmark.weight),
    tiedTo: landmark.tiedTo,
    retired: isRetired ? "yes" : "no",
  }),
  rowOf: (cells) => ({
    landmark: {
      id: `landmark:${cell(cells, "id")}`,
      kind: cell(cells, "kind") as LandmarkKind,
      name: cell(cells, "name"),
      nameEn: cell(cells, "nameEn"),
      area: cell(cells, "area"),
      town: cell(cells, "town"),
      point: { lat: Number(cell(cells, "lat")), lng: Number(cell(cells, "lng")) },
      aliases: cell(cells, "aliases").split(" | ").filter(Boolean),
      source: cell(cells, "source") as Landmark["source"],
      weight: Number(cell(cells, "weight")),
      tiedTo: cell(cells, "tiedTo"),
    },
    isRetired: cell(cells, "retired") === "yes",
    version: 0,
  }),
  ends: "retired",
};
