import assert from "node:assert/strict";
import { TARIFF_FIELD_NAMES } from "../../../../lib/board/tariff-form.ts";
import { ITEM_COLUMNS, ITEM_KINDS } from "../../../../lib/board/tariff-items.ts";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import type { TariffDraft } from "../../../../lib/pricing/tariff-draft.ts";
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
  const event = { at: "2026-11-23T05:00:00Z", by: "", type: "refused", detail: "past" } as const;
  const state = (state: TariffDraft["state"], story: TariffDraft["story"] = []) =>
    stateWords({ state, story, approvedBy: null }, "sv");
  assert.equal(state({ kind: "planned", publishOn: "2026-12-01" }), "publiceras 2026-12-01");
  assert.equal(
    state({ kind: "published", version: "2026-12-01.1" }),
    "publicerat som 2026-12-01.1",
  );
  const words = [
    state({ kind: "open" }),
    state({ kind: "open" }, [event]),
    state({ kind: "discarded" }),
  ];
  assert.equal(new Set(words).size, 3);
  assert.match(whenAndWho(event, "sv"), /06.00 av systemet$/);
  assert.match(eventDetail(event, "sv"), /^Taxans första dag har varit/);
  assert.equal(
    eventDetail({ ...event, type: "planned", detail: "2026-12-01" }, "sv"),
    "2026-12-01",
  );
});
