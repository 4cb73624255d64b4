import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { aSurcharge } from "../../../support/pricing.ts";
import { DEMO_TARIFF_2026 } from "../../../../lib/pricing/demo-tariffs.ts";
import type { Tariff } from "../../../../lib/pricing/tariff.ts";
import { PriceList } from "../../../../lib/ui/customer/pages/PriceList.tsx";

function words(tariff: Tariff): string {
  const html = renderToString(<PriceList locale="sv" tariff={tariff} today="2026-11-23" />);
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the list says what is fixed and, by name, what may be added to it", () => {
  const list = words(DEMO_TARIFF_2026);
  assert.match(list, /är grundpriset fast, oavsett väg och trafik/);
  assert.match(list, /läggas till.*: morgontillägg, nattillägg, helgtillägg och storhelgstillägg/);
  assert.doesNotMatch(list, /alltid detsamma/);
});

Deno.test("it says nothing of what the tariff does not do", () => {
  const surcharges = [aSurcharge({ onFixedPrice: false, group: null })];
  const list = words({ ...DEMO_TARIFF_2026, rounding: "none", surcharges });
  assert.doesNotMatch(list, /läggas till/);
  assert.doesNotMatch(list, /bara det högsta/);
  assert.doesNotMatch(list, /hela kronor/);
  assert.match(list, /inte på fasta priser/);
  assert.match(words(DEMO_TARIFF_2026), /bara det högsta.*avrundas nedåt till hela kronor/);
});
