// What is asked for on the page of somebody's own data, and what the page is drawn from.
import assert from "node:assert/strict";
import { addDriverAccount } from "../../../../lib/accounts/driver-account.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { Transaction } from "../../../../lib/kv/transaction.ts";
import { visitorOfPerson } from "../../../../lib/privacy/visitor.ts";
import { actOnPrivacy, ASKED_TYPES } from "../../../../lib/ui/customer/privacy/act-on-privacy.ts";
import { privacyCentreData } from "../../../../lib/ui/customer/privacy/privacy-centre-data.ts";
import { DEMO_DRIVERS } from "../../../../scripts/demo/demo-fleet.ts";
import { anOperator } from "../../../support/operator.ts";
import { testServices } from "../../../support/services.ts";

Deno.test("each type that is asked for in words is taken down once, and an erasure needs no words", async () => {
  await using test = await testServices();
  const { services } = test;
  const visitor = await visitorOfPerson(services, (await anOperator(services)).session.signedIn);
  for (const type of ASKED_TYPES) {
    const wish = type === "erasure" ? "" : "Alla resor";
    const fields = new Map([["act", "ask"], ["type", type], ["wish", wish]]);
    const answers = [
      await actOnPrivacy(services, visitor, fields, "sv"),
      await actOnPrivacy(services, visitor, fields, "sv"),
    ];
    const done = answers.map((one) => one.kind === "done" ? one.done : one.kind);
    assert.deepEqual(done, ["asked", "asked-before"], type);
  }
  const types = (await services.requests.open()).map(({ type }) => type);
  assert.deepEqual(types.sort(), [...ASKED_TYPES].sort());
});

Deno.test("seeing and taking along is not asked for in words, and nobody is somebody else's to answer for", async () => {
  await using test = await testServices();
  const { services } = test;
  const visitor = await visitorOfPerson(services, (await anOperator(services)).session.signedIn);
  const act = (fields: [string, string][]) =>
    actOnPrivacy(services, visitor, new Map(fields), "sv");
  const asked = await act([["act", "ask"], ["type", "access"], ["wish", "Allt"]]);
  assert.equal(asked.kind, "refused");
  await assert.rejects(act([["act", "cancel"], ["request", "nobodys"]]), RequestError);
});

Deno.test("a driver sees what is kept of them as one, and a word in the address that is none says nothing", async () => {
  await using test = await testServices();
  const { services } = test;
  const { signedIn } = (await anOperator(services)).session;
  const visitor = await visitorOfPerson(services, signedIn);
  const who = { person: signedIn.person, reach: null, formToken: "x" };
  assert.equal((await privacyCentreData(services, visitor, who)).driver, null);
  const tx = new Transaction(services.db);
  const [driver] = DEMO_DRIVERS;
  assert(driver);
  await addDriverAccount(services, tx, { personId: signedIn.person.id, driverId: driver.id });
  await tx.commit();
  const data = await privacyCentreData(services, visitor, who, { done: "<script>" });
  assert.equal(data.driver?.driverCode, driver.driverCode);
  assert.equal(data.done, null);
});
