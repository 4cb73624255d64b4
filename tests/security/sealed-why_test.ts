import assert from "node:assert/strict";
import { openWhy, sealWhy } from "../../lib/security/sealed-why.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { testServices } from "../support/services.ts";

Deno.test("a reason is read with its subject's key, and by nobody once that is destroyed", async () => {
  await using test = await testServices();
  const { services } = test;
  const tx = new Transaction(services.db);
  const sealed = await sealWhy(services, "mark", "Maja called and was ill", tx);
  assert.doesNotMatch(atob(sealed), /Maja/);
  await tx.commit();
  assert.equal(await openWhy(services, sealed), "Maja called and was ill");
  const erasing = new Transaction(services.db);
  await services.subjectKeys.destroy(erasing, "mark");
  await erasing.commit();
  assert.equal(await openWhy(services, sealed), null);
});

Deno.test("what is no sealed reason, or another's, is read as none", async () => {
  await using test = await testServices();
  assert.equal(await openWhy(test.services, "not base64!"), null);
  assert.equal(await openWhy(test.services, "AAAA"), null);
});
