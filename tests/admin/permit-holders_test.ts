// The operators' pages of permit holders: the check of their number, their vehicles, their end, two who change one.
import assert from "node:assert/strict";
import { fleetEn } from "../../lib/i18n/en/fleet.ts";
import { fleetSv } from "../../lib/i18n/sv/fleet.ts";
import { setupSv } from "../../lib/i18n/sv/setup.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { operatorOf, seenIn } from "../support/operator-forms.ts";
import { testServices } from "../support/services.ts";

const HOLDER = {
  id: "H9",
  name: "Ek & Lind Taxi AB",
  organisationNumber: "5599900049",
  kind: "limited-company",
  permitNumber: "TT-9",
  contact: "Åsa Ek",
  phone: "070-174 06 11",
  email: "asa@example.com",
};
const H1 = paths.adminPermitHolder("H1");
/** The vehicle form offers H9. */
const OFFERED = /<option\s+value="H9"/;
const words = (text: string) => `\u2068${text}\u2069`;

Deno.test("the list says each holder's number, whom to ask, and how many vehicles are driven under the permit", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const { html } = await read(paths.adminPermitHolders());
  assert(html.includes(fleetSv["permit-holders"].count(3)));
  for (const text of ["559990-0015", "TT-100001", "Karin Åhlund", fleetSv.vehicleCount]) {
    assert(html.includes(text), text);
  }
  assert.match(html, />\s*10\s*</);
  const english = await read(`${paths.adminPermitHolders({ q: "Västra" })}&lang=en`);
  assert(english.html.includes(fleetEn["permit-holders"].count(1)));
});

Deno.test("a holder is added, chosen by a vehicle, and its page lists the vehicle", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const added = await send(paths.adminPermitHolders(), HOLDER);
  assert.equal(added.location, "/admin/permit-holders?done=added");
  const page = await read(paths.adminPermitHolder("H9"));
  for (const text of ["559990-0049", "TT-9", "+46701740611", "asa@example.com"]) {
    assert(page.html.includes(`value="${text}"`), text);
  }
  assert(page.html.includes(fleetSv.noOwnVehicles));
  const vehicle = paths.adminVehicle("V01");
  const form = (await read(vehicle)).html;
  assert.match(form, OFFERED);
  const seen = seenIn(form);
  const changed = { ...JSON.parse(seen), seen, action: "change", permitHolder: "H9" };
  assert.equal((await send(vehicle, changed)).status, 303);
  const own = (await read(paths.adminPermitHolder("H9"))).html;
  assert(own.includes(`href="${vehicle}"`) && !own.includes(fleetSv.noOwnVehicles));
});

Deno.test("a number with a wrong check digit, one that is taken and one that is no company's are refused in words", async () => {
  await using test = await testServices();
  const { send } = await operatorOf(test);
  const refused = async (fields: Partial<typeof HOLDER>, sentence: string) => {
    const { status, html } = await send(paths.adminPermitHolders(), { ...HOLDER, ...fields });
    assert.equal(status, 422);
    assert(html.includes(sentence), sentence);
    assert(html.includes('value="TT-9"'), "what was typed stays");
  };
  const { problems } = setupSv;
  await refused(
    { organisationNumber: "559990-0048" },
    problems.organisationNumberCheck(words("559990-0048")),
  );
  await refused(
    { organisationNumber: "559990-0015" },
    problems.numberTaken(words("559990-0015"), words("H1")),
  );
  await refused({ kind: "sole-trader" }, problems.holderKind(words("enskild firma")));
  await refused({ email: "asa@" }, problems.email(words("asa@")));
  await refused({ id: "H1" }, problems.idTwice(words("H1")));
});

Deno.test("a permit does not end before the vehicles that are driven under it, which are named", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const seen = seenIn((await read(H1)).html);
  const refused = await send(H1, { action: "end", seen, until: "2026-12-31" });
  assert.equal(refused.status, 422);
  assert(refused.html.includes("V01, V04, V07"));
  await send(paths.adminPermitHolders(), HOLDER);
  const other = paths.adminPermitHolder("H9");
  const end = { action: "end", seen: seenIn((await read(other)).html), until: "2026-11-01" };
  assert.equal((await send(other, end)).location, "/admin/permit-holders?done=ended");
  const form = (await read(paths.adminVehicle("V01"))).html;
  assert.doesNotMatch(form, OFFERED, "a holder that has ended is not offered");
});

Deno.test("the second of two is told field by field what the first did to a holder", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const seen = seenIn((await read(H1)).html);
  const own = JSON.parse(seen);
  const first = { ...own, seen, action: "change", kind: "other", permitNumber: "TT-1" };
  assert.equal((await send(H1, first)).location, "/admin/permit-holders?done=changed");
  const late = await send(H1, { ...own, seen, action: "change", contact: "Bo" });
  assert.equal(late.status, 409);
  const { fields, holderKinds, otherHolderKind } = fleetSv;
  for (
    const line of [
      fleetSv.change(fields.kind, words(holderKinds["limited-company"]), words(otherHolderKind)),
      fleetSv.change(fields.permitNumber, words("TT-100001"), words("TT-1")),
    ]
  ) assert(late.html.includes(line), line);
  assert(late.html.includes('value="Bo"') && late.html.includes('value="TT-1"'));
  const again = { ...own, seen: seenIn(late.html), action: "change", contact: "Bo" };
  assert.equal((await send(H1, { ...again, kind: "other", permitNumber: "TT-1" })).status, 303);
  const { holders } = await test.services.fleet.all();
  assert.deepEqual([holders[0]?.contact, holders[0]?.permitNumber], ["Bo", "TT-1"]);
});

Deno.test("what is left empty of a holder is stored as nothing, and an unknown one is not found", async () => {
  await using test = await testServices();
  const { read, send } = await operatorOf(test);
  const typed = { id: "H8", name: "Ek", organisationNumber: "559990-0056", kind: "association" };
  assert.equal((await send(paths.adminPermitHolders(), typed)).status, 303);
  assert.equal((await read(paths.adminPermitHolder("none"))).status, 404);
  const { holders } = await test.services.fleet.all();
  assert.equal(holders.find(({ id }) => id === "H8")?.permitNumber, "");
});
