// Somebody says yes or no: it is kept for ever, holds at once, and the text they saw can be shown.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { recordConsent } from "../../lib/privacy/record-consent.ts";
import { aPerson } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";

const PHONE = "+46701740611";

Deno.test("the call the product promises works as it is written, and gives the record's id", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id: userId } = await aPerson(services, "Maja", "customer");
  const consentId = await services.recordConsent({
    userId,
    purpose: "data_processing",
    dataTypes: ["email", "location", "booking_history"],
    granted: true,
    legalBasis: "consent",
  });
  const mark = await reachMark(services.reachKey, "person", userId);
  const [record, ...others] = await services.consents.ofMarks([mark]);
  assert.deepEqual(others, []);
  assert.equal(record?.id, consentId);
  assert.deepEqual(record?.dataTypes, ["email", "location", "booking_history"]);
  assert.deepEqual([record?.basis, record?.surface, record?.granted], ["consent", "program", true]);
});

Deno.test("each change of mind is a record more, and the last one holds", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { id } = await aPerson(services, "Maja", "customer");
  const mark = await reachMark(services.reachKey, "person", id);
  for (const granted of [true, false, true, false]) {
    clock.advance({ minutes: 1 });
    await say(services, { kind: "person", personId: id }, granted);
    assert.equal((await services.consents.current(mark, "reminders"))?.granted, granted);
  }
  const records = await services.consents.ofMarks([mark]);
  assert.deepEqual(records.map(({ granted }) => granted), [false, true, false, true]);
});

Deno.test("of two who say something at once both are kept, and what holds is one of the records", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id } = await aPerson(services, "Maja", "customer");
  const subject = { kind: "person", personId: id } as const;
  const ids = await Promise.all([say(services, subject, true), say(services, subject, false)]);
  const mark = await reachMark(services.reachKey, "person", id);
  const records = await services.consents.ofMarks([mark]);
  assert.deepEqual(records.map((one) => one.id).sort(), ids.sort());
  const now = await services.consents.current(mark, "reminders");
  assert.equal(records.find((one) => one.id === now?.record)?.granted, now?.granted);
});

Deno.test("the very text somebody saw is shown again, in their language, whatever it says today", async () => {
  await using test = await testServices();
  const { services } = test;
  const subject = { kind: "guest", reach: { kind: "phone", at: PHONE } } as const;
  await say(services, subject, true, "en");
  const [record] = await services.consents.ofMarks([
    await reachMark(services.reachKey, "phone", PHONE),
  ]);
  assert(record);
  const shown = await services.consents.textOf(record);
  const { title, text } = textsFor("en").dataPurposes.of.reminders;
  assert.deepEqual([shown?.title, shown?.text, shown?.locale], [title, text, "en"]);
  assert.equal(shown?.version, record.textVersion);
});

Deno.test("what rests on a contract or the law is not asked for, nor what nobody knows", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id: userId } = await aPerson(services, "Maja", "customer");
  const said = { userId, granted: true, legalBasis: "consent" };
  const asked = [
    { ...said, purpose: "rides", dataTypes: ["name"] },
    { ...said, purpose: "nothing", dataTypes: ["name"] },
    { ...said, purpose: "reminders", dataTypes: ["location"] },
    { ...said, purpose: "reminders", dataTypes: [] },
    { ...said, purpose: "reminders", dataTypes: ["email"], legalBasis: "contract" },
  ];
  for (const one of asked) await refusal(services.recordConsent(one), "consent-unknown");
  const unknown = { ...said, userId: "nobody", purpose: "reminders", dataTypes: ["email"] };
  await refusal(services.recordConsent(unknown), "person-not-found");
});

Deno.test("a yes counts for whoever is reached: in the account their number is of, else under the number itself", async () => {
  await using test = await testServices();
  const { services } = test;
  const mark = await reachMark(services.reachKey, "phone", PHONE);
  const allows = () => services.consents.allows(mark);
  assert.equal(await allows(), false);
  await say(services, { kind: "guest", reach: { kind: "phone", at: PHONE } }, true);
  assert.equal(await allows(), true);
  const { id, email } = await aPerson(services, "Maja", "customer");
  const command = { type: "reach", email, phone: PHONE } as const;
  await changePerson(services, { id, command }, { kind: "server" });
  assert.equal(await allows(), false, "the number is now of an account that has said nothing");
  await say(services, { kind: "person", personId: id }, true);
  assert.equal(await allows(), true);
  await say(services, { kind: "person", personId: id }, false);
  assert.equal(await allows(), false);
});

function say(
  services: Services,
  subject: Parameters<typeof recordConsent>[1]["subject"],
  granted: boolean,
  locale: "sv" | "en" = "sv",
): Promise<string> {
  return recordConsent(services, {
    ...{ subject, purpose: "reminders", granted, locale, surface: "account" },
  });
}
