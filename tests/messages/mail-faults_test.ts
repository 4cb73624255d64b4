// Mails to customers while their server is down, slow to say yes, or says no: they wait, arrive once, or a person is told.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { mailSetting } from "../support/mail-setting.ts";
import { mailServer } from "../support/mail-server.ts";
import { ELSA } from "../support/outbox.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

/** Longer than the longest pause between two tries. */
const PAUSE = { minutes: 16 };
const MOST_TRIES = 5;

Deno.test("while nobody listens a mail waits and a booking goes on; it arrives once the server is back, and once", async () => {
  const gone = await mailServer();
  const { port } = gone;
  await gone[Symbol.asyncDispose]();
  await using test = await testServices({ environment: mailSetting(port) });
  const { services, clock } = test;
  await booked(services);
  assert.equal(await outcomeOf(services), "waiting");
  clock.advance(PAUSE);
  await runRoomJobs(services);
  assert.equal(await outcomeOf(services), "waiting");
  await using server = await mailServer({}, port);
  for (let i = 0; i < MOST_TRIES && server.mails.length === 0; i++) {
    clock.advance(PAUSE);
    await runRoomJobs(services);
  }
  clock.advance(PAUSE);
  await runRoomJobs(services);
  assert.deepEqual([await outcomeOf(services), server.mails.length], ["sent", 1]);
});

Deno.test("a receiver the server puts off is written to again; one it will never know is for a person to look at", async () => {
  let answers = [451, 451];
  await using server = await mailServer({
    onRcptTo(_address, _session, callback) {
      const responseCode = answers.shift();
      if (responseCode === undefined) return callback();
      callback(Object.assign(new Error("not now"), { responseCode }));
    },
  });
  await using test = await testServices({ environment: mailSetting(server.port) });
  const { services, clock } = test;
  await booked(services);
  for (let i = 0; i < MOST_TRIES && server.mails.length === 0; i++) {
    clock.advance(PAUSE);
    await runRoomJobs(services);
  }
  assert.deepEqual([await outcomeOf(services), server.mails.length], ["sent", 1]);
  answers = [550];
  await booked(services, "2026-11-25T10:00");
  assert.equal(await outcomeOf(services), "failed");
  const { messages: [failed] } = await services.messages.newestOf("failed", 1, "");
  assert.equal(failed?.said, "no such receiver");
  const told = test.records.filter(({ event }) => event === "a message was not taken");
  assert.deepEqual(told.map(({ id }) => id), [failed?.id]);
  assert(!JSON.stringify(test.records).includes(ELSA.email));
});

async function booked(services: Services, wallTime = "2026-11-24T10:00"): Promise<void> {
  await readRoomFeeds(services);
  await aStoredBooking(services, { contact: ELSA, wallTime });
  await readRoomFeeds(services);
  await runRoomJobs(services);
}

/** What became of the newest mail. */
async function outcomeOf({ messages }: Services): Promise<string | undefined> {
  const { messages: newest } = await messages.newest(20, "");
  return newest.find(({ channel }) => channel === "mail")?.outcome;
}
