// Processes that let people pay are killed between two steps; `AVANTI_KILLS=200` kills more of them.
import assert from "node:assert/strict";
import { killPayers } from "../support/power-cuts/killed-payers.ts";
import { SEED } from "../support/random.ts";

const KILLS = Number(Deno.env.get("AVANTI_KILLS") ?? 20);

Deno.test("kill -9 between any two steps of paying: nobody pays twice, and what is not ours goes back", async () => {
  const { killedAt, bookings, takenOre } = await killPayers(KILLS, SEED);
  console.info(`${killedAt.length} kills, ${bookings} rides, ${takenOre} öre are ours`);
  assert.equal(killedAt.length, KILLS);
  assert(bookings > 0);
});
