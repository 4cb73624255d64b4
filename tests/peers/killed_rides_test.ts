// The same as tests/messages/killed-rides_test.ts with twenty kills, and the figures of it.
import assert from "node:assert/strict";
import { killedRides } from "../support/killed-rides.ts";

const KILLS = 20;

Deno.test("twenty kills lose no mail of a ride, and repeat none but what had arrived by then", async () => {
  const { lost, kills, messages, mails, repeats } = await killedRides(KILLS);
  console.info(`${kills} kills, ${messages} messages, ${mails} mails, ${repeats} of them repeats`);
  assert.deepEqual(lost, []);
  assert(repeats <= KILLS / 2);
});
