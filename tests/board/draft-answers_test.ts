// What forms of drafts come to, and what their pages show.
import assert from "node:assert/strict";
import { answerDraft } from "../../lib/board/answer-draft-form.ts";
import { answerDraftItem } from "../../lib/board/answer-draft-item.ts";
import { answerNewDraft } from "../../lib/board/answer-new-draft.ts";
import { loadDraft, loadDraftItem, publishedSince } from "../../lib/board/draft-page.ts";
import {
  loadTariff,
  loadTariffs,
  simulateLastMonth,
  tariffsFramed,
} from "../../lib/board/tariffs-page.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { approved, aTariffDraft } from "../support/tariff-drafts.ts";
import { aStoredBooking } from "../support/trips.ts";

const sent = (fields: Record<string, string>) => new Map(Object.entries(fields));

Deno.test("what others published since a form was shown is told with its changes", () => {
  const next = { ...DEMO_TARIFF_2026, version: "2026-12-01.1", validFrom: "2026-12-01" };
  const changed = { ...next, extras: { ...next.extras, petOre: 99_00 } };
  const seen = DEMO_TARIFFS.map(({ version }) => version);
  assert.deepEqual(publishedSince(DEMO_TARIFFS, seen), []);
  const [one] = publishedSince([...DEMO_TARIFFS, changed], seen);
  assert.deepEqual(one?.changes.map(({ field, to }) => [field, to]), [
    ["validFrom", '"2026-12-01"'],
    ["extras.petOre", "9900"],
  ]);
});

Deno.test("last month is priced anew from the bookings that were driven", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking } = await aStoredBooking(services);
  clock.set("2026-12-01T12:00:00Z");
  const result = await simulateLastMonth(services, DEMO_TARIFF_2026);
  assert.deepEqual([result.count, result.beforeOre], [1, booking.trip.totalOre]);
  clock.set("2027-02-01T12:00:00Z");
  assert.equal((await simulateLastMonth(services, DEMO_TARIFF_2026)).count, 0);
});

Deno.test("a draft that begins with a tariff whose end has gone holds until further notice", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { session: operator } = await anOperator(services);
  clock.set("2027-01-10T12:00:00Z");
  const fields = sent({ name: "Som förr", basedOn: DEMO_TARIFF_2026.version });
  const begun = await answerNewDraft(services, { operator, fields });
  assert(begun.ok);
  const data = await loadDraft(services, operator, begun.id);
  assert.deepEqual([data?.draft.tariff.validFrom, data?.draft.tariff.validUntil], [
    "2027-01-11",
    null,
  ]);
  const long = sent({ name: "x".repeat(81), basedOn: "" });
  const refused = await answerNewDraft(services, { operator, fields: long });
  assert(!refused.ok && refused.data.problems[0]?.code === "tooLong");
});

Deno.test("a draft's page compares it with the tariff it takes over from, and once published not with itself", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services);
  const id = await aTariffDraft(services, "Vinter");
  await approved(services, id);
  const open = await loadDraft(services, operator, id);
  assert(open);
  assert.equal(open.former?.version, DEMO_TARIFF_2026.version);
  assert.deepEqual(open.difference.fields.map(({ field }) => field), ["validFrom", "petOre"]);
  const fields = sent({
    ...{ action: "plan", publishOn: open.today, revision: String(open.draft.revision) },
    versions: open.versions.join(","),
  });
  const answer = await answerDraft(services, { operator, id, fields });
  assert(answer.ok && answer.done === "published");
  const done = await loadDraft(services, operator, id);
  assert.equal(done?.former?.version, DEMO_TARIFF_2026.version);
  assert.equal(
    (await loadTariff(services, operator, "2026-11-24.1"))?.tariff.version,
    "2026-11-24.1",
  );
  assert.equal(await loadTariff(services, operator, "none"), null);
  const { drafts } = await loadTariffs(services, operator);
  assert.deepEqual(drafts.map((draft) => draft.state.kind), ["published"]);
  const framed = await tariffsFramed(services, operator, []);
  assert.deepEqual([framed.inForce, framed.today], ["", "2026-11-23"]);
});

Deno.test("an item that somebody else removed meanwhile is gone for who changes it", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services);
  const draft = await aTariffDraft(services, "Vinter");
  const kind = "fixed-prices" as const;
  const [price] = DEMO_TARIFF_2026.fixedPrices;
  assert(price);
  const item = await loadDraftItem(services, operator, { draft, kind, id: price.id });
  const seen = JSON.stringify(item?.current);
  const answered = (fields: Record<string, string>) =>
    answerDraftItem(services, { operator, draft, kind, id: price.id, fields: sent(fields) });
  assert((await answered({ action: "remove", seen })).ok);
  await assert.rejects(answered({ action: "save", seen }), { code: "not-found" });
  await assert.rejects(answered({ action: "save" }), { code: "invalid" });
});
