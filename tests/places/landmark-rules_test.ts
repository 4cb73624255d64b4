// What may be done to landmarks: given, when, then.
import assert from "node:assert/strict";
import type { Landmark, LandmarkFields } from "../../lib/places/landmark.ts";
import { landmarksEn } from "../../lib/i18n/en/landmarks.ts";
import { landmarksSv } from "../../lib/i18n/sv/landmarks.ts";
import { LANDMARK_PROBLEMS, type LandmarkEdit } from "../../lib/places/landmark-edit.ts";
import {
  decideLandmark,
  foldedName,
  landmarkId,
  landmarksInForce,
  type LandmarkWorld,
} from "../../lib/places/landmark-rules.ts";

const ID = "landmark:nya-hallen";
const STREET = {
  id: "street:skanegatan",
  kind: "street",
  name: "Skånegatan",
  area: "Göteborg",
  point: { lat: 57.7, lng: 11.98 },
} as const;
const WORLD: LandmarkWorld = {
  taken: new Set(["ullevi", "goteborg centralstation"]),
  isInSweden: ({ lat }) => lat > 55,
  streetAt: ({ lat }) => lat > 60 ? undefined : lat > 58 ? null : STREET,
};
const FIELDS: LandmarkFields = {
  kind: "arena",
  name: "Nya hallen",
  nameEn: "",
  area: "Gårda",
  town: "Göteborg",
  point: { lat: 57.7, lng: 11.98 },
  aliases: ["Hallen"],
  isExact: true,
};
const LANDMARK: Landmark = {
  ...{ id: ID, kind: "arena", name: "Nya hallen", nameEn: "", area: "Gårda", town: "Göteborg" },
  ...{ point: { lat: 57.7, lng: 11.98 }, weight: 80, aliases: [], tiedTo: "street:a" },
  source: "street",
};
const HERE: LandmarkEdit = { landmark: LANDMARK, isRetired: false, version: 3 };
const GONE: LandmarkEdit = { ...HERE, isRetired: true };

const change = (fields: Partial<LandmarkFields>, mayBeFar = false) =>
  ({ type: "change", fields: { ...FIELDS, ...fields }, mayBeFar }) as const;

Deno.test("a new landmark is the operator's, tied to the street beside it, of the usual weight", () => {
  const command = { type: "add", fields: FIELDS, mayBeFar: false } as const;
  const decision = decideLandmark(ID, null, command, WORLD);
  const { isExact: _, ...fields } = FIELDS;
  const landmark = { ...fields, id: ID, weight: 66, source: "operator", tiedTo: STREET.id };
  assert.deepEqual(decision, {
    ok: true,
    type: "added",
    edit: { landmark, isRetired: false, version: 1 },
  });
});

/** What is changed, and what is known of the point after it. */
const SOURCES: [name: string, fields: Partial<LandmarkFields>, source: string, tie: string][] = [
  ["a new name leaves the point as it was known", { name: "Hallen" }, "street", "street:a"],
  ["a moved point is the operator's", { point: { lat: 57.71, lng: 12 } }, "operator", STREET.id],
  ["a point beyond all streets has no tie", { point: { lat: 61, lng: 15 } }, "operator", ""],
  ["a point nobody vouches for asks for a pin", { isExact: false }, "map", "street:a"],
];

for (const [name, fields, source, tiedTo] of SOURCES) {
  Deno.test(name, () => {
    const decision = decideLandmark(ID, HERE, change(fields), WORLD);
    assert.ok(decision.ok);
    const { landmark, version } = decision.edit;
    assert.deepEqual([landmark.source, landmark.tiedTo], [source, tiedTo]);
    assert.deepEqual([landmark.weight, version, decision.type], [80, 4, "changed"]);
  });
}

Deno.test("vouching for an approximate point makes it exact where it is", () => {
  const approximate: LandmarkEdit = { ...HERE, landmark: { ...LANDMARK, source: "map" } };
  const decision = decideLandmark(ID, approximate, change({}), WORLD);
  assert.equal(decision.ok && decision.edit.landmark.source, "operator");
});

/** What is asked of what, and why it is refused. */
const REFUSED: [LandmarkEdit | null, Parameters<typeof decideLandmark>[2], string][] = [
  [HERE, { type: "add", fields: FIELDS, mayBeFar: false }, "nameTaken"],
  [GONE, { type: "add", fields: FIELDS, mayBeFar: false }, "nameTaken"],
  [HERE, change({ name: "ULLEVI" }), "nameTaken"],
  [HERE, change({ nameEn: "Göteborg centralstation" }), "nameTaken"],
  [HERE, change({ point: { lat: 48, lng: 2 } }), "outsideSweden"],
  [HERE, change({ point: { lat: 59, lng: 12 } }), "farFromStreet"],
  [null, change({}), "notThere"],
  [GONE, change({}), "notThere"],
  [null, { type: "retire" }, "notThere"],
  [GONE, { type: "retire" }, "notThere"],
  [HERE, { type: "restore" }, "notThere"],
  [{ ...GONE, landmark: { ...LANDMARK, name: "Ullevi" } }, { type: "restore" }, "nameTaken"],
];

Deno.test("what cannot be is refused with its reason", () => {
  for (const [current, command, problem] of REFUSED) {
    const decision = decideLandmark(ID, current, command, WORLD);
    assert.deepEqual(decision, { ok: false, problem }, JSON.stringify(command));
  }
});

Deno.test("a point far from streets is taken once the operator says that it is right", () => {
  assert.ok(decideLandmark(ID, HERE, change({ point: { lat: 59, lng: 12 } }, true), WORLD).ok);
});

Deno.test("a landmark is retired and restored, its fields untouched", () => {
  assert.deepEqual(decideLandmark(ID, HERE, { type: "retire" }, WORLD), {
    ok: true,
    type: "retired",
    edit: { ...GONE, version: 4 },
  });
  assert.deepEqual(decideLandmark(ID, GONE, { type: "restore" }, WORLD), {
    ok: true,
    type: "restored",
    edit: { ...HERE, version: 4 },
  });
});

Deno.test("in force is what ships, with edits over it, without what is retired", () => {
  const other = { ...LANDMARK, id: "landmark:other" };
  const renamed = { ...LANDMARK, name: "Hallen" };
  const added = { ...LANDMARK, id: "landmark:added" };
  const edits = [
    { landmark: renamed, isRetired: false, version: 1 },
    { landmark: other, isRetired: true, version: 1 },
    { landmark: added, isRetired: false, version: 1 },
  ];
  assert.deepEqual(landmarksInForce([LANDMARK, other], edits), [renamed, added]);
  assert.deepEqual(landmarksInForce([LANDMARK, other], []), [LANDMARK, other]);
});

Deno.test("a name makes an id of plain letters, never empty and never endless", () => {
  assert.equal(landmarkId("Nya Operan (Östra)"), "landmark:nya-operan-ostra");
  assert.equal(landmarkId("東京"), "landmark:plats");
  assert.match(landmarkId("å".repeat(80)), /^landmark:a{60}$/);
  assert.equal(foldedName("S:t Pauli kyrka"), foldedName("Sankt Pauli Kyrka"));
});

Deno.test("every reason for refusing has its words in both languages", () => {
  for (const { problems } of [landmarksSv, landmarksEn]) {
    assert.deepEqual(Object.keys(problems).sort(), [...LANDMARK_PROBLEMS].sort());
  }
});
