// Processes are killed while they tell customers of their rides: nothing is lost, and a mail comes twice only where its
// server had taken it and nobody lived to write that down, under the same id then.
import assert from "node:assert/strict";
import { killedRides } from "../support/killed-rides.ts";

Deno.test("three kills lose no mail of a ride, and repeat none but what had arrived by then", async () => {
  const { lost, kills, repeats } = await killedRides(3);
  assert.deepEqual(lost, []);
  assert(kills === 3 && repeats <= 2);
});
