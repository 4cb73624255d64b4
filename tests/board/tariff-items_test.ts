import assert from "node:assert/strict";
import {
  ITEM_COLUMNS,
  ITEM_KINDS,
  itemKind,
  itemOf,
  itemsOf,
  sentItem,
  withItem,
  withoutItem,
} from "../../lib/board/tariff-items.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";

const { version: _, ...BASE } = DEMO_TARIFF_2026;
const ZONE = { id: "hisingen", nameSv: "Hisingen", nameEn: "Hisingen" };
const CIRCLE = { lat: "57,73", lng: "11.9", radiusMeters: "4000", points: "" };

Deno.test("every zone and fixed price of a tariff put back as it stands changes nothing", () => {
  for (const kind of ITEM_KINDS) {
    assert(itemsOf(BASE, kind).length > 0);
    for (const cells of itemsOf(BASE, kind)) {
      assert.deepEqual(withItem(BASE, kind, cells, false), { ok: true, tariff: BASE });
      const names = ITEM_COLUMNS[kind].columns.map(({ name }) => name);
      assert.deepEqual(Object.keys(cells).sort(), names.toSorted());
    }
  }
});

Deno.test("a zone is added as a circle or a figure, and never as both, neither, or half of one", () => {
  const added = withItem(BASE, "zones", { ...ZONE, ...CIRCLE }, true);
  assert(added.ok);
  assert.deepEqual(added.tariff.zones.at(-1)?.shape, {
    kind: "circle",
    center: { lat: 57.73, lng: 11.9 },
    radiusMeters: 4_000,
  });
  const points = "57.70 11.96, 57.71 11.97, 57.69 11.98";
  const figure = withItem(BASE, "zones", { ...ZONE, points }, true);
  assert(figure.ok && figure.tariff.zones.at(-1)?.shape.kind === "polygon");
  for (
    const shape of [{}, { ...CIRCLE, points }, { ...CIRCLE, lat: "" }, { lat: "57.7", points }]
  ) {
    const refused = withItem(BASE, "zones", { ...ZONE, ...shape }, true);
    assert(!refused.ok);
    assert.deepEqual(refused.problems.map(({ code }) => code), ["zoneShape"]);
  }
});

Deno.test("what a form says wrongly is told at its column", () => {
  const codes = (kind: "zones" | "fixed-prices", cells: Record<string, string>, isNew = true) => {
    const read = withItem(BASE, kind, cells, isNew);
    return read.ok ? [] : read.problems.map(({ column, code }) => `${column} ${code}`);
  };
  const first = itemsOf(BASE, "fixed-prices")[0]!;
  assert.deepEqual(codes("fixed-prices", first), ["id idTwice"]);
  assert.deepEqual(codes("fixed-prices", { ...first, id: "ny", standard: "99,50" }), [
    "standard wholeKronor",
  ]);
  const empty = { standard: "", premium: "", van: "", wheelchair: "" };
  assert.deepEqual(codes("fixed-prices", { ...first, id: "ny", ...empty }), ["standard missing"]);
  assert.deepEqual(codes("fixed-prices", { ...first, id: "ny", fromZone: "ingen" }), [
    "fromZone unknownZone",
  ]);
  assert.deepEqual(codes("zones", { ...ZONE, ...CIRCLE, id: "Stor Zon" }), ["id idForm"]);
  assert.deepEqual(codes("zones", { ...ZONE, ...CIRCLE, radiusMeters: "0" }), [
    "radiusMeters outOfRange",
  ]);
});

Deno.test("a zone that fixed prices need is not removed, and they are named; one that none needs is", () => {
  const { fromZone, id } = BASE.fixedPrices[0]!;
  const refused = withoutItem(BASE, "zones", fromZone);
  assert(!refused.ok);
  assert.equal(refused.problems[0]?.code, "zoneInUse");
  assert(refused.problems[0]?.expected.includes(id));
  const added = withItem(BASE, "zones", { ...ZONE, ...CIRCLE }, true);
  assert(added.ok);
  assert.deepEqual(withoutItem(added.tariff, "zones", "hisingen"), { ok: true, tariff: BASE });
  const without = withoutItem(BASE, "fixed-prices", id);
  assert(without.ok && itemOf(without.tariff, "fixed-prices", id) === null);
});

Deno.test("of a sent form the columns are read, and of an address the kinds there are", () => {
  const sent = new Map([["id", "x"], ["tariff", "2026-01-01.1"], ["action", "save"]]);
  assert.deepEqual(sentItem("zones", sent), { id: "x" });
  const lines = "57.70 11.96\r\n57.71 11.97,\n\n57.69 11.98\n";
  const corners = sentItem("zones", new Map([["points", lines]]));
  assert.equal(corners["points"], "57.70 11.96, 57.71 11.97, 57.69 11.98");
  assert(withItem(BASE, "zones", { ...ZONE, ...corners }, true).ok);
  assert.deepEqual(["zones", "fixed-prices", "tariffs"].map(itemKind), [
    "zones",
    "fixed-prices",
    null,
  ]);
});
