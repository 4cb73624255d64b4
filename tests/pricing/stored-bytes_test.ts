// What a tariff weighs in a row: never more than was counted, so that a plan that passes can be written.
import assert from "node:assert/strict";
import { serialize } from "node:v8";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { storedBytes } from "../../lib/pricing/stored-bytes.ts";
import { type Tariff, TARIFF_TOO_LARGE, tariffSchema } from "../../lib/pricing/tariff.ts";
import {
  draftId,
  MAX_DRAFT_EVENTS,
  MAX_DRAFT_NAME,
  type TariffDraft,
} from "../../lib/pricing/tariff-draft.ts";
import { memoryDatabase } from "../support/databases.ts";
import { fc } from "../support/property.ts";

Deno.test("a value is never larger in a row than was counted", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: "grapheme" }), (value) => {
    assert(serialize(value).length <= storedBytes(value) + 16);
  }));
  assert(serialize(DEMO_TARIFF_2026).length <= storedBytes(DEMO_TARIFF_2026));
});

Deno.test("the largest tariff that passes fits a row, as a draft with the longest story too, and one corner more is refused", async () => {
  await using test = await memoryDatabase();
  const withCorners = (count: number) => {
    const points = Array.from({ length: count }, (_, i) => ({
      lat: 57.123456789 + i / 1e4,
      lng: 11.123456789,
    }));
    const zones = Array.from({ length: Math.ceil(count / 100) }, (_, i) => ({
      ...{ id: `zon-${i}`, name: { sv: "Ж".repeat(80), en: "Ж".repeat(80) } },
      shape: { kind: "polygon" as const, points: points.slice(i * 100, i * 100 + 100) },
    }));
    return tariffSchema.safeParse({ ...DEMO_TARIFF_2026, zones, fixedPrices: [] });
  };
  let count = 100;
  while (withCorners(count + 5).success) count += 5;
  const refused = withCorners(count + 5);
  assert(refused.error?.issues.some(({ message }) => message === TARIFF_TOO_LARGE));
  const tariff: Tariff = withCorners(count).data ?? DEMO_TARIFF_2026;
  assert(tariff.zones.length > 5, "a city has room");
  await test.db.write.set(pricingKeys.tariff(tariff.validFrom, tariff.version), tariff);
  const event = {
    at: "2026-11-23T05:00:00.123456789Z",
    by: "x".repeat(80),
    detail: "x".repeat(20),
  };
  const draft: TariffDraft = {
    ...{ id: draftId("0".repeat(26)), revision: 99, name: "å".repeat(MAX_DRAFT_NAME), tariff },
    state: { kind: "planned", publishOn: "2026-12-01" },
    authors: Array.from({ length: 20 }, () => ({ id: "0".repeat(26), name: "å".repeat(80) })),
    approvedBy: { id: "0".repeat(26), name: "å".repeat(80) },
    story: Array.from(
      { length: MAX_DRAFT_EVENTS },
      () => ({ ...event, type: "withdrawn" as const }),
    ),
  };
  await test.db.write.set(pricingKeys.tariffDraft(draft.id), draft);
});
