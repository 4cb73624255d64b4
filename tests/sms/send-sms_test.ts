// Text messages on their way to a service that takes them as 46elks documents it, over real services and a memory database.
import assert from "node:assert/strict";
import { readReportToken } from "../../lib/sms/report-token.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { recordsOf } from "../support/kept-log.ts";
import { testServices } from "../support/services.ts";
import { anSms, createdSms, elksServer } from "../support/sms.ts";

const DAY = "2026-11-23";

async function aBench(environment: Record<string, string> = {}) {
  const elks = elksServer();
  const test = await testServices({
    environment: {
      AVANTI_SMS: elks.setting,
      AVANTI_SMS_PRICES: "+46=0.60/6,+47=1/100",
      AVANTI_ORIGIN: "https://avanti.example",
      ...environment,
    },
  });
  const { services } = test;
  const send = (own: Parameters<typeof anSms>[0] = {}) => services.sms!.send(anSms(own));
  return {
    ...{ elks, test, services, send },
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await elks[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a message is the form the service documents, and its reports come to an address of its own", async () => {
  await using bench = await aBench();
  const sms = anSms({ text: "Bil 07 är på väg: 100 % & + ö", isFlash: true });
  const delivery = await bench.services.sms?.send(sms);
  assert.deepEqual(delivery, { kind: "sent", reference: `s${"1".padStart(32, "0")}` });
  const [form = assert.fail()] = bench.elks.taken;
  const { whendelivered = "", ...rest } = form;
  assert.deepEqual(rest, {
    ...{ from: "Avanti", to: sms.to, message: sms.text, flashsms: "yes" },
  });
  const token = /^https:\/\/avanti\.example\/api\/sms\/(.+)$/.exec(whendelivered)?.[1] ?? "";
  assert.equal(await readReportToken(bench.services.reportKey, token), sms.id);
  // An address nobody outside could reach is not given.
  await using local = await aBench({ AVANTI_ORIGIN: "http://localhost:8000" });
  await local.send();
  assert.deepEqual(Object.keys(local.elks.taken[0] ?? {}), ["from", "to", "message"]);
});

Deno.test("numbers of other countries, of lines that cost, of walls and of nobody get nothing, and nothing is spent", async () => {
  await using bench = await aBench();
  const others = ["+4520123456", "+881612345678", "+46939123456", "+4690012345", "+46317000000"];
  for (const to of [...others, "+46771234567", "+467", "0701740612", ""]) {
    assert.equal((await bench.send({ to })).kind, "refused", to);
  }
  assert.equal((await bench.send({ text: "a".repeat(153 * 6 + 1) })).kind, "refused");
  assert.equal(bench.elks.taken.length, 0);
  assert.equal(await bench.services.smsStore.spentOre(DAY), 0);
  assert.equal((await bench.send({ to: "+4740123456" })).kind, "sent");
});

Deno.test("racers spend no more than the day has; somebody is told once, and the next day goes on", async () => {
  await using bench = await aBench();
  bench.elks.answer = (form, number) => Response.json({ ...createdSms(form, number), cost: 6_000 });
  const kinds: string[] = [];
  // As many at once as the service is asked: who comes beyond that is turned away for another reason.
  for (let round = 0; round < 4; round++) {
    const all = await Promise.all(Array.from({ length: 8 }, () => bench.send()));
    kinds.push(...all.map(({ kind }) => kind));
  }
  assert.equal(kinds.filter((kind) => kind === "sent").length, 10);
  assert.equal(bench.elks.taken.length, 10);
  assert.equal(await bench.services.smsStore.spentOre(DAY, "+46"), 600);
  const told = recordsOf(bench.test.records, "error");
  assert.deepEqual(told.map(({ event, code }) => [event, code]), [
    ["the day's money for text messages is spent", "+46"],
  ]);
  const late = await bench.send();
  assert(late.kind === "retry-later");
  // 06:00 in Sweden: eighteen hours to the next day.
  assert.equal(late.afterMs, 18 * 60 * 60_000);
  assert.equal((await bench.send({ to: "+4740123456" })).kind, "sent");
  bench.test.clock.advance({ milliseconds: late.afterMs ?? 0 });
  assert.equal((await bench.send()).kind, "sent");
});

Deno.test("all countries together have a day's money as well", async () => {
  await using bench = await aBench({ AVANTI_SMS_DAY: "1" });
  assert.equal((await bench.send()).kind, "sent");
  assert.equal((await bench.send({ to: "+4740123456" })).kind, "retry-later");
  assert.equal(bench.elks.taken.length, 1);
  assert.equal(recordsOf(bench.test.records, "error")[0]?.code, "all");
});

Deno.test("what the service has is not handed to it again, and costs once what the service says", async () => {
  await using bench = await aBench();
  const sms = anSms();
  const first = await bench.services.sms?.send(sms);
  assert.deepEqual(await bench.services.sms?.send(sms), first);
  assert.equal(bench.elks.taken.length, 1);
  assert.equal(await bench.services.smsStore.spentOre(DAY, "+46"), 52);
  assert.equal(await bench.services.smsStore.spentOre(DAY), 52);
});

Deno.test("a message the service never takes gives its money back; one nobody knows of keeps it and is tried again", async () => {
  await using bench = await aBench();
  bench.elks.answer = () => new Response("Invalid to number", { status: 400 });
  const refused = await bench.send();
  assert.deepEqual(refused, { kind: "refused", said: "SMS status 400" });
  assert.equal(await bench.services.smsStore.spentOre(DAY), 0);
  const sms = anSms();
  bench.elks.answer = () => new Response("<html>", { status: 200 });
  assert.equal((await bench.services.sms?.send(sms))?.kind, "retry-later");
  bench.elks.answer = () => new Response("", { status: 503 });
  assert.equal((await bench.services.sms?.send(sms))?.kind, "retry-later");
  assert.equal(await bench.services.smsStore.spentOre(DAY), 60);
  bench.elks.answer = (form, number) => Response.json(createdSms(form, number));
  assert.equal((await bench.services.sms?.send(sms))?.kind, "sent");
  assert.equal(await bench.services.smsStore.spentOre(DAY), 52);
});

Deno.test("an account that is refused is ours to mend: messages wait, somebody is told, no word of the message", async () => {
  await using bench = await aBench();
  bench.elks.answer = () => new Response("Not enough credits", { status: 403 });
  const sms = anSms({ text: "hemligt" });
  assert.deepEqual(await bench.services.sms?.send(sms), {
    ...{ kind: "retry-later", said: "SMS status 403", afterMs: null },
  });
  const log = JSON.stringify(bench.test.records);
  assert.match(log, /the text message service refuses our account/);
  for (const secret of ["hemligt", sms.to, "701740612", "A/b:ö%"]) assert(!log.includes(secret));
});

Deno.test("a service that is down is left alone, and messages wait", async () => {
  await using bench = await aBench();
  bench.elks.answer = () => new Response("", { status: 500 });
  for (let i = 0; i < FAILURES_IN_A_ROW; i++) await bench.send({ to: "+4740123456" });
  const asked = bench.elks.taken.length;
  const delivery = await bench.send({ to: "+4740123456" });
  assert.deepEqual([delivery.kind, bench.elks.taken.length], ["retry-later", asked]);
  assert.equal(bench.services.sms?.state().state, "open");
});
