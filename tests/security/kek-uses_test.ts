// How often a key-encryption key was used: never too few, whatever is killed, and nobody waits in a line for it.
import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { ALARMING_USES, KekUses, MOST_USES, USES_BLOCK } from "../../lib/security/kek-uses.ts";
import { securityKeys } from "../../lib/security/keys.ts";

Deno.test("uses are reserved in blocks: so many commits, and never fewer than were used", async () => {
  await using test = await counted();
  const { uses, commits } = test;
  await Promise.all(Array.from({ length: 3 * USES_BLOCK }, () => uses.use(1)));
  assert.deepEqual([commits(), (await uses.of(1))?.uses], [3, 3 * USES_BLOCK]);
  // A process that is killed and one that begins: what was reserved is lost.
  await test.another().use(1);
  assert.equal((await uses.of(1))?.uses, 4 * USES_BLOCK);
  await uses.use(2);
  assert.equal((await uses.of(2))?.uses, USES_BLOCK);
});

Deno.test("processes that count at once lose nothing", async () => {
  await using test = await counted();
  const processes = Array.from({ length: 8 }, () => test.another());
  await Promise.all(processes.flatMap((one) => [one.use(1), one.use(1)]));
  assert.equal((await test.uses.of(1))?.uses, 8 * USES_BLOCK);
});

Deno.test("at half of what a key may do somebody is told once, and at the end it does no more", async () => {
  await using test = await counted();
  const { uses, told, plant } = test;
  await plant(ALARMING_USES - 2 * USES_BLOCK);
  await useBlock(uses);
  assert.deepEqual(told, []);
  await useBlock(uses);
  await useBlock(uses);
  assert.deepEqual(told, [[1, ALARMING_USES]]);
  await plant(MOST_USES - USES_BLOCK);
  await test.another().use(1);
  await assert.rejects(test.another().use(1), /is used up: rotate/);
});

Deno.test("a count that nobody can read begins anew where somebody is told, and costs no subject", async () => {
  await using test = await counted();
  await test.db.write.set(securityKeys.keyEncryptionKey(1), "odd");
  await test.uses.use(1);
  assert.equal((await test.uses.of(1))?.uses, ALARMING_USES + USES_BLOCK);
  assert.equal(test.told.length, 1);
  assert.equal(await test.uses.isRetired(1), false);
});

async function useBlock(uses: KekUses): Promise<void> {
  for (let i = 0; i < USES_BLOCK; i++) await uses.use(1);
}

async function counted() {
  const db = await openDatabase(":memory:");
  const told: [number, number][] = [];
  const clock = manualClock("2026-11-23T05:00:00Z");
  let commits = 0;
  const atomic = db.write.atomic.bind(db.write);
  db.write.atomic = () => (commits++, atomic());
  const another = () =>
    new KekUses({ db, clock, onMany: (version, uses) => void told.push([version, uses]) });
  const row = { check: null, firstUsedAt: clock.now().toString(), retiredAt: null };
  return {
    ...{ db, told, another },
    uses: another(),
    commits: () => commits,
    plant: (uses: number) => db.write.set(securityKeys.keyEncryptionKey(1), { ...row, uses }),
    [Symbol.asyncDispose]: () => Promise.resolve(db.close()),
  };
}
