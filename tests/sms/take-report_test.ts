// Reports of the network, posted to the real app as 46elks.se/docs/sms-delivery-reports says: once, twice, late, forged.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { smsReport } from "../../lib/sms/take-report.ts";
import { reportToken } from "../../lib/sms/report-token.ts";
import type { SmsState } from "../../lib/sms/sms.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { anSms, aReportedSms } from "../support/sms.ts";

const REFERENCE = "s70df59406a1b4643b96f3f91e0bfb7b0";

async function aBench() {
  const test = await testServices();
  const app = await testApp(test.services);
  const token = await aReportedSms(test.services);
  const id = token.slice(0, 26);
  const report = async (fields: Record<string, string>, to = token) => {
    const body = new URLSearchParams(fields);
    const address = ORIGIN + paths.api.smsReport(to);
    const response = await app(new Request(address, { method: "POST", body }));
    await response.body?.cancel();
    return response.status;
  };
  const state = async () => (await test.services.smsStore.get(id))?.state;
  return { ...test, id, report, state, token };
}

/** Reports in the order they come, and where the message stands then. */
const STORIES: readonly (readonly [readonly string[], SmsState])[] = [
  [["sent"], "sent"],
  [["delivered"], "delivered"],
  [["failed"], "failed"],
  [["sent", "delivered", "delivered"], "delivered"],
  [["delivered", "sent"], "delivered"],
  [["delivered", "failed"], "delivered"],
  [["failed", "sent"], "failed"],
  [["failed", "delivered"], "delivered"],
];

for (const [statuses, last] of STORIES) {
  Deno.test(`a message that is reported ${statuses.join(", then ")} is ${last}`, async () => {
    await using bench = await aBench();
    for (const status of statuses) {
      const delivered = status === "delivered" ? { delivered: "2026-11-23T05:00:07" } : {};
      assert.equal(await bench.report({ id: REFERENCE, status, ...delivered }), 204);
    }
    assert.equal(await bench.state(), last);
  });
}

Deno.test("a report of another message of the service changes nothing, and the service is not made to come again", async () => {
  await using bench = await aBench();
  await bench.services.smsStore.noteSent(bench.id, REFERENCE, null);
  assert.equal(await bench.report({ id: "s1", status: "delivered" }), 204);
  assert.equal(await bench.state(), "sent");
  assert.equal(await bench.report({ id: REFERENCE, status: "delivered" }), 204);
  assert.equal(await bench.state(), "delivered");
});

Deno.test("a report that comes before the answer is written down is not lost by it", async () => {
  await using bench = await aBench();
  assert.equal(await bench.report({ id: REFERENCE, status: "delivered" }), 204);
  await bench.services.smsStore.noteSent(bench.id, REFERENCE, 52);
  assert.equal(await bench.state(), "delivered");
});

Deno.test("an address with another code, of another message or of none is unknown", async () => {
  await using bench = await aBench();
  const good = { id: REFERENCE, status: "delivered" };
  const { id: other } = anSms();
  const { reportKey } = bench.services;
  const forged = [
    ...["x", bench.id, `${other}${bench.token.slice(26)}`, `${bench.token}A`],
    `${bench.token.slice(0, -1)}${bench.token.endsWith("A") ? "B" : "A"}`,
    await reportToken(reportKey, other),
  ];
  for (const token of forged) assert.equal(await bench.report(good, token), 404, token);
  assert.equal(await bench.state(), "claimed");
});

Deno.test("a form that is none of the documentation's is refused", async () => {
  await using bench = await aBench();
  for (const form of [{}, { id: REFERENCE }, { status: "sent" }, { id: "a b", status: "sent" }]) {
    assert.equal(await bench.report(form), 422);
  }
  assert.equal(await bench.report({ id: REFERENCE, status: "lost" }), 422);
  assert.equal(smsReport.safeParse({ id: "s".repeat(101), status: "sent" }).success, false);
  assert.equal(await bench.state(), "claimed");
});
