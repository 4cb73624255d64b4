import assert from "node:assert/strict";
import { unsoldClasses } from "../../scripts/unsold-classes.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { testServices } from "../support/services.ts";

Deno.test("a database that sells every class is started without a warning", async () => {
  await using test = await testServices();
  assert.equal(await unsoldClasses(test.services), null);
});

Deno.test("a class without a vehicle is named in one line when the server starts", async () => {
  const vehicles = DEMO_VEHICLES.filter(({ vehicleClass }) => vehicleClass !== "van");
  await using test = await testServices({ vehicles });
  const line = await unsoldClasses(test.services) ?? "";
  assert.match(line, /nobody can buy van \(no vehicle\)\./);
  assert.doesNotMatch(line, /\n|standard|premium/);
});

Deno.test("an empty database lacks everything", async () => {
  await using test = await testServices({ existing: true });
  assert.match(await unsoldClasses(test.services) ?? "", /standard \(no tariff, no vehicle\)/);
});
