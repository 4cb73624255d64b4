// The operators' pages of zones and fixed prices: of a tariff they are read, of a draft they are added, changed, removed.
import assert from "node:assert/strict";
import { setupSv } from "../../lib/i18n/sv/setup.ts";
import { tariffsSv } from "../../lib/i18n/sv/tariffs.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { draftId } from "../../lib/pricing/tariff-draft.ts";
import { withdrawDraft } from "../../lib/pricing/publish-tariff-draft.ts";
import { discardDraft } from "../../lib/pricing/edit-tariff-draft.ts";
import { operatorOf, seenIn } from "../support/operator-forms.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aTariffDraft } from "../support/tariff-drafts.ts";

const ZONE = {
  id: "hisingen",
  nameSv: "Hisingen",
  nameEn: "Hisingen island",
  ...{ lat: "57,73", lng: "11,9", radiusMeters: "4000", points: "" },
};
const words = (text: string) => `\u2068${text}\u2069`;

async function atDraft(test: TestServices) {
  const operator = await operatorOf(test);
  const id = await aTariffDraft(test.services, "Vinter");
  const stored = async () => {
    const draft = await test.services.tariffDrafts.get(draftId(id));
    assert(draft);
    return draft.tariff;
  };
  const at = (kind: "zones" | "fixed-prices", item: string) => paths.adminDraftItem(id, kind, item);
  return { ...operator, id, stored, at };
}

Deno.test("a zone and a fixed price are added to a draft, and the published tariff has neither", async () => {
  await using test = await testServices();
  const { read, send, id, stored } = await atDraft(test);
  const zones = paths.adminDraftItems(id, "zones");
  assert.equal((await read(zones)).status, 200);
  assert.equal((await send(zones, ZONE)).location, `${paths.adminDraft(id)}?done=saved`);
  const [first] = (await stored()).zones;
  const price = { id: "hisingen-ny", fromZone: "hisingen", toZone: first?.id ?? "" };
  const prices = paths.adminDraftItems(id, "fixed-prices");
  assert((await read(prices)).html.includes(words("Hisingen")), "the new zone can be chosen");
  const added = await send(prices, { ...price, direction: "both", standard: "350" });
  assert.equal(added.status, 303);
  assert.deepEqual((await stored()).fixedPrices.at(-1)?.priceOre, { standard: 350_00 });
  const page = (await read(paths.adminDraft(id))).html;
  assert(page.includes(tariffsSv.item.circle("57.73", "11.9", "4000")));
  assert(
    page.includes(tariffsSv.item.zone(words("hisingen"))),
    "compared with the tariff of today",
  );
  const tariff = (await read(paths.adminTariff("2026-01-01.1"))).html;
  assert(tariff.includes(tariffsSv.draft.zones) && !tariff.includes("Hisingen"));
});

Deno.test("a zone of no shape, of a taken id, and one that fixed prices need are refused in words", async () => {
  await using test = await testServices();
  const { read, send, id, stored, at } = await atDraft(test);
  const zones = paths.adminDraftItems(id, "zones");
  const refused = await send(zones, { ...ZONE, lat: "" });
  assert.equal(refused.status, 422);
  assert(refused.html.includes(setupSv.problems.zoneShape()));
  assert(refused.html.includes('value="Hisingen island"'), "what was typed stays");
  const [price] = (await stored()).fixedPrices;
  assert(price);
  const taken = await send(zones, { ...ZONE, id: price.fromZone });
  assert(taken.html.includes(setupSv.problems.idTwice(words(price.fromZone))));
  const path = at("zones", price.fromZone);
  const removal = { action: "remove", seen: seenIn((await read(path)).html) };
  const needed = await send(path, removal);
  assert.equal(needed.status, 422);
  assert(needed.html.includes(price.id), "the prices are named");
  const pricePath = at("fixed-prices", price.id);
  const gone = { action: "remove", seen: seenIn((await read(pricePath)).html) };
  assert.equal((await send(pricePath, gone)).status, 303);
  assert(!(await stored()).fixedPrices.some((one) => one.id === price.id));
  assert.equal((await read(pricePath)).status, 404);
});

Deno.test("the second of two who change one fixed price is told what the first did; other prices are no conflict", async () => {
  await using test = await testServices();
  const { read, send, stored, at } = await atDraft(test);
  const [one, other] = (await stored()).fixedPrices;
  assert(one && other);
  const form = async (id: string, changes: Record<string, string>) => {
    const path = at("fixed-prices", id);
    const seen = seenIn((await read(path)).html);
    return () => send(path, { ...JSON.parse(seen), seen, action: "save", ...changes });
  };
  const first = await form(one.id, { standard: "600" });
  const second = await form(one.id, { standard: "700", van: "900" });
  const beside = await form(other.id, { standard: "500" });
  assert.equal((await first()).status, 303);
  assert.equal((await beside()).status, 303);
  const late = await second();
  assert.equal(late.status, 409);
  const former = `${(one.priceOre.standard ?? 0) / 100},00`;
  assert(late.html.includes(`Taxi: ${words(former)} → ${words("600,00")}`));
  assert(late.html.includes('value="700"') && late.html.includes('value="900"'));
  const prices = (await stored()).fixedPrices;
  assert.deepEqual(prices.slice(0, 2).map(({ priceOre }) => priceOre.standard), [600_00, 500_00]);
});

Deno.test("a draft that is closed takes no zone, and what is no list of a tariff is not found", async () => {
  await using test = await testServices();
  const { read, send, id, stored, at } = await atDraft(test);
  await discardDraft(test.services, { id, by: { id: "", name: "Sara" } });
  const late = await send(paths.adminDraftItems(id, "zones"), ZONE);
  assert.equal(late.status, 409);
  assert(late.html.includes(tariffsSv.draft.closed));
  assert(!(await stored()).zones.some((zone) => zone.id === "hisingen"));
  assert.equal((await read(`${paths.adminDraft(id)}/tariffs`)).status, 404);
  assert.equal((await read(at("zones", "none"))).status, 404);
  assert.equal(await withdrawDraft(test.services, { id: "none", by: { id: "", name: "" } }), null);
});
