// That a paper of a driver was looked at is written down as days and words of ours; nothing of the paper can be.
import assert from "node:assert/strict";
import { checkStates, type DriverCheck, readDriverCheck } from "../../lib/fleet/driver-check.ts";
import { dueChecks } from "../../lib/board/driver-checks-page.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { formsOf } from "../support/shown-forms.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { aSignedInDriver } from "../support/drivers.ts";
import { testServices } from "../support/services.ts";

const TODAY = "2026-11-23";

function check(goodUntil: string, kind: DriverCheck["kind"] = "taxi-licence"): DriverCheck {
  return { kind, checkedOn: "2026-01-01", goodUntil, by: "01", at: "2026-01-01T08:00:00Z" };
}

Deno.test("a check is of a day that has been, and good from today on for ten years at most", () => {
  const read = (checkedOn: string, goodUntil: string, kind = "health") => {
    const reading = readDriverCheck({ kind, checkedOn, goodUntil }, TODAY);
    return reading.ok ? "ok" : reading.problem;
  };
  assert.equal(read(TODAY, TODAY), "ok");
  assert.equal(read("2026-11-01", "2036-11-01"), "ok");
  assert.equal(read("2026-11-01", "2036-11-02"), "goodUntil");
  assert.equal(read("2026-11-24", "2027-01-01"), "checkedOn");
  assert.equal(read("", "2027-01-01"), "checkedOn");
  assert.equal(read(TODAY, "2026-11-22"), "goodUntil");
  assert.equal(read(TODAY, "Inget i utdraget"), "goodUntil");
  assert.equal(read(TODAY, "2027-01-01", "Inget i utdraget"), "kind");
});

Deno.test("the check that is good the longest says how a kind stands, thirty days before its end too", () => {
  const state = (...untils: string[]) =>
    checkStates(untils.map((until) => check(until)), TODAY)["taxi-licence"];
  assert.equal(state(), "missing");
  assert.equal(state("2026-11-22"), "over");
  assert.equal(state(TODAY), "ending");
  assert.equal(state("2026-12-23"), "ending");
  assert.equal(state("2026-12-24"), "good");
  assert.equal(state("2026-11-01", "2027-11-01"), "good");
  assert.equal(checkStates([check("2030-01-01")], TODAY).health, "missing");
});

Deno.test("an admin writes a check down and sees it, the list of drivers reminds, and its driver reads it", async () => {
  await using test = await testServices();
  const { services } = test;
  const admin = await operatorOf(test, "Karin");
  const id = "D01";
  const at = paths.adminDriverChecks(id);
  const [form] = formsOf((await admin.read(at)).html, `https://avanti.example${at}`)
    .filter(({ action }) => action === at);
  // Days and a choice: no field takes a word of the paper, and no file.
  assert.deepEqual(form?.fields.map(([name]) => name).sort(), [
    ...["checkedOn", "formToken", "goodUntil", "kind"],
  ]);
  assert.ok(!(await admin.read(at)).html.includes('type="file"'));
  const good = { kind: "health", checkedOn: TODAY, goodUntil: "2026-12-01" };
  for (const wrong of [{ kind: "Dömd 2019" }, { checkedOn: "2026-11-24" }, { goodUntil: "x" }]) {
    assert.equal((await admin.send(at, { ...good, ...wrong })).status, 422);
  }
  assert.deepEqual(await services.driverChecks.of(driverId(id)), []);
  assert.equal((await admin.send(at, { ...good, note: "Dömd 2019" })).location, at);
  const [stored, ...more] = await services.driverChecks.of(driverId(id));
  assert.deepEqual(more, []);
  assert.deepEqual(Object.keys(stored ?? {}).sort(), [
    ...["at", "by", "checkedOn", "goodUntil", "kind"],
  ]);
  assert.ok((await admin.read(at)).html.includes("Karin"));
  assert.deepEqual((await dueChecks(services)).map(({ driver, kinds }) => [driver.id, kinds]), [
    [id, [{ kind: "health", state: "ending", goodUntil: "2026-12-01" }]],
  ]);
  for (const locale of LOCALES) {
    const { driverChecks: words } = textsFor(locale);
    const { html } = await admin.read(`${paths.adminDrivers()}?lang=${locale}`);
    assert.ok(html.includes(words.due) && html.includes(words.kinds.health));
  }
  const app = await testApp(services);
  const headers = { cookie: await aSignedInDriver(services, id) };
  const own = await app(new Request(ORIGIN + paths.privacyCentre(), { headers }));
  const { driverChecks: words } = textsFor("sv");
  assert.ok((await own.text()).includes(words.row(words.kinds.health, TODAY, "2026-12-01")));
  assert.equal((await admin.read(paths.adminDriverChecks("D99"))).status, 404);
});
