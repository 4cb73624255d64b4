// The front door to data that is theirs works as it is promised: the example of the README, and what stands behind it.
import assert from "node:assert/strict";
import { commitWithRetry } from "../lib/kv/commit.ts";
import { readEntry } from "../lib/kv/read.ts";
import { privacyKeys } from "../lib/privacy/keys.ts";
import { reachMark } from "../lib/accounts/reach-mark.ts";
import { openWhy } from "../lib/security/sealed-why.ts";
import { createSecurityManager } from "../lib/security-manager.ts";
import { aPerson } from "./support/operator.ts";
import { testServices } from "./support/services.ts";

Deno.test("the promised example: a consent is recorded, a request is made, and both are found again", async () => {
  await using test = await testServices();
  const { services } = test;
  const securityManager = createSecurityManager(services);
  const { id: userId } = await aPerson(services, "Maja", "customer");

  const consentId = await securityManager.recordConsent({
    userId,
    purpose: "data_processing",
    dataTypes: ["email", "location", "booking_history"],
    granted: true,
    legalBasis: "consent",
  });
  const requestId = await securityManager.createDataRequest({ userId, type: "erasure" });

  const consent = await readEntry(services.db.read, privacyKeys.consentRecord(consentId));
  assert.deepEqual([consent.value?.granted, consent.value?.personId], [true, userId]);
  const found = await services.requests.get(requestId);
  assert.deepEqual([found?.request.type, found?.request.personId, found?.request.state], [
    "erasure",
    userId,
    "pending",
  ]);
  assert.equal(await securityManager.createDataRequest({ userId, type: "erasure" }), requestId);
  assert.equal(services.securityManager.constructor, securityManager.constructor);
});

Deno.test("an event becomes a real entry of the audit log, with whose it is, and its reason sealed", async () => {
  await using test = await testServices();
  const { services } = test;
  const { securityManager } = services;
  const { id: userId } = await aPerson(services, "Maja", "customer");
  await securityManager.appendToAuditLog({
    action: "file\nhanded over",
    userId,
    reason: "Hon bad",
  });
  await securityManager.appendToAuditLog({ action: "drill" });
  await services.auditAppender.append();
  const { entries: [drill, entry] } = await services.auditFinder.find(
    { words: [[{ kind: "kind", word: "security" }]], from: "", before: "" },
  );
  assert.deepEqual([drill?.what, drill?.subjects], ["drill", []]);
  assert.equal(entry?.what, "file handed over");
  assert.deepEqual(entry.subjects, [await reachMark(services.reachKey, "person", userId)]);
  assert.doesNotMatch(JSON.stringify(entry), /Hon bad/);
  assert.equal(await openWhy(services, entry.why ?? ""), "Hon bad");
});

Deno.test("whoever has no account has no consent and no request, and a purpose nobody is asked for is refused", async () => {
  await using test = await testServices();
  const { securityManager } = test.services;
  const nobody = { userId: "01KAMZ8N00NOBODY", granted: true, legalBasis: "consent" };
  const asked = { purpose: "data_processing", dataTypes: ["email"] };
  const missing = { code: "person-not-found" };
  await assert.rejects(securityManager.recordConsent({ ...nobody, ...asked }), missing);
  await assert.rejects(securityManager.createDataRequest({ ...nobody, type: "access" }), missing);
  const { id: userId } = await aPerson(test.services, "Maja", "customer");
  const rides = { ...nobody, userId, purpose: "rides", dataTypes: ["name"] };
  await assert.rejects(securityManager.recordConsent(rides), { code: "consent-unknown" });
});

Deno.test("a field opens at its own place alone, is refused by name elsewhere, and is gone with its person", async () => {
  await using test = await testServices();
  const { services } = test;
  const { securityManager, subjectKeys, db } = services;
  const place = { userId: "maja", record: "note", id: "1", field: "text" };
  const sealed = await securityManager.encryptField(place, "Porten är öppen: 4711");
  assert(!atob(sealed.replaceAll("-", "+").replaceAll("_", "/")).includes("4711"));
  assert.equal(await securityManager.decryptField(place, sealed), "Porten är öppen: 4711");
  const altered = { code: "altered" };
  for (const other of [{ id: "2" }, { record: "memo" }, { field: "title" }]) {
    await assert.rejects(securityManager.decryptField({ ...place, ...other }, sealed), altered);
  }
  for (const odd of ["", "x", `${sealed}=`, sealed.slice(4)]) {
    await assert.rejects(securityManager.decryptField(place, odd), { code: "malformed" }, odd);
  }
  const mark = await reachMark(services.reachKey, "person", "maja");
  await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, mark));
  assert.equal(await securityManager.decryptField(place, sealed), null);
});

Deno.test("passwords are hashed and verified, and one of fewer rounds is to be hashed anew", async () => {
  await using test = await testServices();
  const { securityManager } = test.services;
  const stored = await securityManager.hashPassword("fyra gröna hästar");
  const verify = (given: typeof stored, text: string) =>
    securityManager.verifyPassword(given, text);
  assert.deepEqual(await verify(stored, "fyra gröna hästar"), {
    isValid: true,
    needsRehash: false,
  });
  assert.deepEqual(await verify(stored, "fyra gröna häst"), { isValid: false, needsRehash: false });
  assert.equal(JSON.stringify(stored).includes("gröna"), false);
});

Deno.test("a rate is counted for each action and whoever does it, and says when there is one again", async () => {
  await using test = await testServices();
  const { securityManager, db } = test.services;
  const limit = { action: "export", identifier: "maja@example.org", most: 2, withinMs: 60_000 };
  const allowed = { isAllowed: true, retryAfterSeconds: 0 };
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(await securityManager.checkRateLimit(limit), allowed);
  }
  assert.deepEqual(await securityManager.checkRateLimit(limit), {
    isAllowed: false,
    retryAfterSeconds: 60,
  });
  const other = { ...limit, identifier: "bo@example.org" };
  assert.deepEqual(await securityManager.checkRateLimit(other), allowed);
  assert.deepEqual(await securityManager.checkRateLimit({ ...limit, action: "import" }), allowed);
  test.clock.advance({ minutes: 1 });
  assert.deepEqual(await securityManager.checkRateLimit(limit), allowed);
  const rows = await Array.fromAsync(db.read.list({ prefix: ["tries"] }));
  assert(rows.length > 0 && !JSON.stringify(rows).includes("maja"));
});

Deno.test("input is made clean, of one line unless lines are wanted", async () => {
  await using test = await testServices();
  const { securityManager } = test.services;
  assert.equal(securityManager.cleanInput(" Maja\u0000\r\nBcc: x\u202e "), "Maja Bcc: x");
  assert.equal(securityManager.cleanInput("a\r\nb", { isMultiline: true }), "a\nb");
});

Deno.test("the analytics of the last days count what happened, and name nobody", async () => {
  await using test = await testServices();
  const { services } = test;
  const { securityManager, securityEvents, securityWatch } = services;
  assert.deepEqual(await securityManager.securityAnalytics(), { findings: [], days: [] });
  const atMs = services.clock.now().epochMilliseconds;
  for (let i = 0; i < 3; i++) securityEvents.note({ kind: "limit-hit", network: "mark", atMs });
  await securityWatch.flush();
  assert.deepEqual(await securityManager.securityAnalytics(), {
    findings: [],
    days: [{ day: "2026-11-23", counts: { "limit-hit": 3 } }],
  });
  test.clock.advance({ hours: 7 * 24 });
  assert.deepEqual((await securityManager.securityAnalytics()).days, []);
});

Deno.test("the report says how the keys are and what is done with data, and holds no key", async () => {
  await using test = await testServices();
  const { securityManager, keyRing } = test.services;
  await securityManager.encryptField({ userId: "a", record: "r", id: "1", field: "f" }, "x");
  const report = await securityManager.securityReport();
  const [version] = report.keys.versions;
  assert.deepEqual([version?.version, version?.isCurrent, version?.retiredAt], [1, true, null]);
  assert((version?.uses ?? 0) > 0);
  assert.deepEqual(report.processing.unnamed, []);
  for (const key of (await keyRing.keys()).keys.values()) {
    assert(!JSON.stringify(report).includes(key.toBase64()));
  }
});
