import assert from "node:assert/strict";
import { TARIFF_FIELD_NAMES } from "../../../../lib/board/tariff-form.ts";
import { ITEM_COLUMNS, ITEM_KINDS } from "../../../../lib/board/tariff-items.ts";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import {
  eventDetail,
  shownLeaf,
  stateWords,
  tariffFieldName,
  whenAndWho,
} from "../../../../lib/ui/operator/tariffs/tariff-words.ts";

Deno.test("every field of a draft and of its lists has a name in every language", () => {
  const columns = ITEM_KINDS.flatMap((kind) => ITEM_COLUMNS[kind].columns.map(({ name }) => name));
  for (const locale of LOCALES) {
    for (const field of [...TARIFF_FIELD_NAMES, ...columns, "publishOn", "rates", "zones"]) {
      assert.notEqual(tariffFieldName(field, locale), field, `${locale} ${field}`);
    }
  }
  assert.equal(tariffFieldName("standard.baseOre", "sv"), "Taxi, Grundavgift");
  assert.equal(tariffFieldName("surcharges.natt", "sv"), "surcharges.natt");
});

Deno.test("values of a tariff's paths are read as people write them", () => {
  assert.equal(shownLeaf("extras.petOre", "5500", "sv"), "55,00");
  assert.equal(shownLeaf("fixedPrices.a.priceOre.van", "75000", "sv"), "750,00");
  assert.equal(shownLeaf("validFrom", '"2026-12-01"', "sv"), "2026-12-01");
  assert.equal(shownLeaf("validUntil", "null", "sv"), "inget");
});

Deno.test("a draft's state, and what was done to it when and by whom, is said in words", () => {
  assert.equal(
    stateWords({ kind: "planned", publishOn: "2026-12-01" }, "sv"),
    "publiceras 2026-12-01",
  );
  assert.equal(
    stateWords({ kind: "published", version: "2026-12-01.1" }, "en"),
    "published as 2026-12-01.1",
  );
  assert.notEqual(stateWords({ kind: "open" }, "sv"), stateWords({ kind: "discarded" }, "sv"));
  const event = { at: "2026-11-23T05:00:00Z", by: "", type: "refused", detail: "past" } as const;
  assert.match(whenAndWho(event, "sv"), /06:00 av systemet$/);
  assert.match(eventDetail(event, "sv"), /^Taxans första dag har varit/);
  assert.equal(
    eventDetail({ ...event, type: "planned", detail: "2026-12-01" }, "sv"),
    "2026-12-01",
  );
});
