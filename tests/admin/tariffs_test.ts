// The operators' pages of tariffs: the list, a draft from its beginning to its publication, and two who edit one.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { setupSv } from "../../lib/i18n/sv/setup.ts";
import { tariffsEn } from "../../lib/i18n/en/tariffs.ts";
import { tariffsSv } from "../../lib/i18n/sv/tariffs.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { operatorOf, seenIn } from "../support/operator-forms.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aTariffDraft } from "../support/tariff-drafts.ts";
import { aStoredBooking } from "../support/trips.ts";

const TODAY = "2026-11-23";
const words = (text: string) => `\u2068${text}\u2069`;

/** A signed-in browser without script at a draft; what its form shows is sent as it stands, but for `changes`. */
async function atDraft(test: TestServices) {
  const operator = await operatorOf(test);
  const id = await aTariffDraft(test.services, "Vinter");
  const path = paths.adminDraft(id);
  const save = (html: string, changes: Record<string, string>) => {
    const seen = seenIn(html);
    return operator.send(path, { ...JSON.parse(seen), seen, action: "save", ...changes });
  };
  const plan = (html: string, publishOn: string) => {
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
    const fields = { revision: hidden("revision"), versions: hidden("versions") };
    return operator.send(path, { action: "plan", publishOn, ...fields });
  };
  /** What the page says once a reviewer has pressed the button it shows them. */
  const approvedPage = async () => {
    const reviewer = await operatorOf(test, "Elsa", "accountant");
    const { html } = await reviewer.read(path);
    const [, revision = ""] = /name="revision" value="([^"]*)"/.exec(html) ?? [];
    const done = await reviewer.send(paths.adminTariffReview(id), { revision });
    assert.equal(done.location, `${path}?done=approved`);
    return (await operator.read(path)).html;
  };
  const stored = async () => {
    const found = (await test.services.tariffDrafts.list()).find((one) => one.id === id);
    assert(found);
    return found;
  };
  return { ...operator, id, path, save, plan, approvedPage, stored };
}

Deno.test("a draft begins with the tariff that is chosen, under a name, and is listed with who changed it last", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const { html } = await read(paths.adminTariffs());
  assert(html.includes(tariffsSv.states.now) && html.includes(tariffsSv.drafts.empty));
  const unnamed = await send(paths.adminTariffs(), { name: " ", basedOn: "2026-01-01.1" });
  assert.equal(unnamed.status, 422);
  assert(unnamed.html.includes(setupSv.problems.missing()));
  const begun = await send(paths.adminTariffs(), { name: "Vår", basedOn: "2026-01-01.1" });
  assert.equal(begun.status, 303);
  const [draft] = await test.services.tariffDrafts.list();
  assert.deepEqual(draft?.tariff.rates, DEMO_TARIFF_2026.rates);
  assert.equal(draft?.tariff.validFrom, "2026-11-24");
  const list = (await read(paths.adminTariffs())).html;
  assert(list.includes(paths.adminDraft(draft?.id ?? "")) && list.includes(`av ${words("Karin")}`));
  const empty = await send(paths.adminTariffs(), { name: "Ny", basedOn: "" });
  const nothing = await read(empty.location ?? "");
  assert(nothing.html.includes(tariffsSv.draft.refusals.unfinished));
  const tooSoon = await send(empty.location ?? "", {
    ...{ action: "plan", publishOn: TODAY, revision: "1" },
    versions: (await test.services.tariffs.list()).map(({ version }) => version).join(","),
  });
  assert.equal(tooSoon.status, 422);
  assert.equal((await read(paths.adminDraft("none"))).status, 404);
});

Deno.test("a draft is edited, compared line by line, tried on last month's trips, and published", async () => {
  await using test = await testServices();
  const { read, save, plan, approvedPage, path, stored, send } = await atDraft(test);
  await aStoredBooking(test.services);
  const { html } = await read(path);
  const saved = await save(html, { "standard.baseOre": "99,00", name: "Vinter 2" });
  assert.equal(saved.location, `${path}?done=saved`);
  const page = (await read(path)).html;
  assert(page.includes(tariffsSv.draft.changes("2026-01-01.1")));
  assert.match(page, /Taxi, Grundavgift<\/th>.*?99,00/s);
  assert(page.includes(tariffsSv.draft.comparison));
  const seen = seenIn(page);
  const tried = await send(path, {
    ...JSON.parse(seen),
    ...{ seen, action: "simulate", "standard.baseOre": "120" },
  });
  assert.equal(tried.status, 200);
  assert(tried.html.includes(tariffsSv.simulation) && tried.html.includes('value="120"'));
  assert.equal((await stored()).tariff.rates.standard?.baseOre, 99_00, "trying keeps nothing");
  const published = await plan(await approvedPage(), TODAY);
  assert.equal(published.location, `${path}?done=published`);
  const tariff = (await test.services.tariffs.list()).find((one) => one.version === "2026-11-24.1");
  assert.equal(tariff?.rates.standard?.baseOre, 99_00);
  const after = (await read(path)).html;
  assert(after.includes(tariffsSv.draft.published("2026-11-24.1")));
  assert(!after.includes('name="standard.baseOre"'), "nothing of it can be changed");
  const shown = (await read(paths.adminTariff("2026-11-24.1"))).html;
  assert(shown.includes(tariffsSv.tariff.lead));
  const late = await save(html, {});
  assert.equal(late.status, 409);
  assert(late.html.includes(tariffsSv.draft.closed));
});

Deno.test("the second of two who edit one draft is told field by field what the first did, and loses nothing typed", async () => {
  await using test = await testServices();
  const { read, save, path, stored } = await atDraft(test);
  const { html } = await read(path);
  const former = JSON.parse(seenIn(html))["standard.baseOre"];
  await save(html, { "standard.baseOre": "99,00", petOre: "5" });
  const late = await save(html, { "standard.baseOre": "77,00", name: "Mitt" });
  assert.equal(late.status, 409);
  for (
    const [field, from, to] of [
      ["Taxi, Grundavgift", former, "99,00"],
      ["Husdjur", JSON.parse(seenIn(html))["petOre"], "5,00"],
    ] as const
  ) assert(late.html.includes(`${field}: ${words(from)} → ${words(to)}`), field);
  assert(late.html.includes('value="77,00"') && late.html.includes('value="Mitt"'));
  assert(late.html.includes('value="5,00"'), "theirs stands where nothing was typed");
  const again = await save(late.html, { "standard.baseOre": "77,00", name: "Mitt" });
  assert.equal(again.status, 303);
  const { name, tariff } = await stored();
  assert.deepEqual([name, tariff.rates.standard?.baseOre, tariff.extras.petOre], [
    "Mitt",
    77_00,
    500,
  ]);
});

Deno.test("a publication is planned, taken back, and refused in words where a rule is against it", async () => {
  await using test = await testServices();
  const { read, save, plan, approvedPage, path, send, stored } = await atDraft(test);
  const first = (await read(path)).html;
  await save(first, { validFrom: "2026-12-20" });
  const html = await approvedPage();
  const late = await plan(html, "2026-12-21");
  assert.equal(late.status, 422);
  assert(late.html.includes(tariffsSv.draft.refusals["day-late"]));
  assert((await plan(html, "x")).html.includes(setupSv.problems.notADate(words("x"))));
  const stale = await plan(first, "2026-12-01");
  assert.equal(stale.status, 409);
  assert(stale.html.includes(tariffsSv.draft.changedMeanwhile));
  assert.equal((await plan(html, "2026-12-01")).location, `${path}?done=planned`);
  const planned = (await read(`${path}?lang=en`)).html;
  assert(planned.includes(tariffsEn.draft.planned("2026-12-01")));
  assert.equal((await send(path, { action: "withdraw" })).location, `${path}?done=withdrawn`);
  assert.equal((await send(path, { action: "withdraw" })).status, 409);
  assert.equal((await send(path, { action: "burn" })).status, 422);
  await save((await read(path)).html, { validUntil: "2026-12-24" });
  const back = (await read(path)).html;
  assert(back.includes(tariffsSv.draft.refusals["former-comes-back"]), "said before it is tried");
  assert.equal((await send(path, { action: "discard" })).location, `${path}?done=discarded`);
  assert.equal((await stored()).state.kind, "discarded");
  assert((await read(paths.adminTariffs())).html.includes(tariffsSv.drafts.empty));
});

Deno.test("who plans beside a tariff that was published since is told what it changes", async () => {
  await using test = await testServices();
  const { plan, approvedPage } = await atDraft(test);
  const html = await approvedPage();
  await test.services.tariffs.save({
    ...DEMO_TARIFF_2026,
    ...{ version: "2026-12-01.1", validFrom: "2026-12-01", validUntil: "2026-12-31" },
    extras: { ...DEMO_TARIFF_2026.extras, petOre: 55_00 },
  });
  const late = await plan(html, TODAY);
  assert.equal(late.status, 409);
  assert(late.html.includes(tariffsSv.publishedMeanwhile("2026-12-01.1")));
  assert(late.html.includes(words("55,00")));
});

Deno.test("a form that does not fit comes back with what was written and why, at its field", async () => {
  await using test = await testServices();
  const { read, save, path } = await atDraft(test);
  const { html } = await read(path);
  const wrong = await save(html, { "van.baseOre": "gratis", petOre: "10,50" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(setupSv.problems.notAnAmount(words("gratis"))));
  assert(wrong.html.includes('value="gratis"') && wrong.html.includes('aria-invalid="true"'));
  const ore = await save(html, { petOre: "10,50" });
  assert(ore.html.includes(setupSv.problems.wholeKronor()));
});

Deno.test("a publication that a rule was against on its day is said in the list and on the page", async () => {
  await using test = await testServices();
  const { read, save, plan, approvedPage, path } = await atDraft(test);
  await save((await read(path)).html, { validFrom: "2026-12-15" });
  await plan(await approvedPage(), "2026-12-01");
  await test.services.tariffs.save({
    ...DEMO_TARIFF_2026,
    ...{ version: "2026-12-20.1", validFrom: "2026-12-20", validUntil: "2026-12-31" },
  });
  test.clock.set("2026-12-01T06:00:00Z");
  await runRoomJobs(test.services);
  // The clock has outlived the session.
  const later = await operatorOf(test, "Sara");
  assert((await later.read(paths.adminTariffs())).html.includes(tariffsSv.drafts.states.refused));
  const { html } = await later.read(path);
  const { refused, refusals } = tariffsSv.draft;
  assert(html.includes(`${refused} ${refusals["later-begins-within"]}`));
});

Deno.test("each is told whose turn the review is, and who wrote part of it is refused in words", async () => {
  await using test = await testServices();
  const { read, send, save, plan, path, id } = await atDraft(test);
  const { review, draft: draftWords } = tariffsSv;
  const { html } = await read(path);
  assert(html.includes(review.mine), "another administrator");
  assert(!html.includes('name="publishOn"'), "there is no button that cannot work");
  const unreviewed = await send(path, {
    ...{ action: "plan", publishOn: TODAY, revision: "1" },
    versions: (await test.services.tariffs.list()).map(({ version }) => version).join(","),
  });
  assert.equal(unreviewed.status, 422);
  assert(unreviewed.html.includes(draftWords.refusals.unreviewed));
  await save(html, { petOre: "5" });
  const edited = (await read(path)).html;
  assert(edited.includes(review.author) && !edited.includes(review.approve));
  const own = await send(paths.adminTariffReview(id), { revision: "2" });
  assert.equal(own.status, 409);
  assert(own.html.includes(`role="alert"><p>${review.author}`));
  const dispatcher = await operatorOf(test, "Omar", "dispatcher");
  assert((await dispatcher.read(path)).html.includes(review.others));
  assert.equal((await dispatcher.send(paths.adminTariffReview(id), { revision: "2" })).status, 403);
  const accountant = await operatorOf(test, "Elsa", "accountant");
  const stale = await accountant.send(paths.adminTariffReview(id), { revision: "1" });
  assert.equal(stale.status, 409);
  assert(stale.html.includes(draftWords.changedMeanwhile));
  assert.equal((await accountant.send(paths.adminTariffReview("none"), {})).status, 404);
  assert((await accountant.read(paths.adminTariffReview(id))).html.includes(review.mine));
  const done = await accountant.send(paths.adminTariffReview(id), { revision: "2" });
  assert.equal(done.status, 303);
  const after = (await read(path)).html;
  assert(after.includes(review.approved(words("Elsa"))) && after.includes('name="publishOn"'));
  assert.equal((await plan(after, TODAY)).status, 303);
});
