import assert from "node:assert/strict";
import { cleaned, cleaningDue } from "../../lib/assembly/clean-database.ts";
import { roomWork } from "../../lib/assembly/work.ts";
import { subjectMark } from "../../lib/assembly/sealing.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { sealingWalk } from "../../lib/kv/seal-old-rows.ts";
import { tempFolder } from "../support/databases.ts";
import { rawBytes, textsIn } from "../support/raw-bytes.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const CONTACT = { name: "Maja Kanariefågel", phone: "+46701239876", email: "maja@kanarie.example" };
const CANARIES = Object.values(CONTACT);

async function walkAll({ services }: TestServices, but = ""): Promise<void> {
  const walks = roomWork(services).flatMap(({ backfills = [] }) => backfills)
    .filter(({ name }) => name !== but);
  for (const walk of walks) while (await walk.step(services.db) !== "done");
}

/** As a start does it; what was told. */
async function start(database: string): Promise<string[]> {
  const told: string[] = [];
  const reopen = () => openDatabase(database);
  const tell = (line: string) => void told.push(line);
  (await cleaned(await reopen(), { path: database, reopen, tell })).close();
  return told;
}

Deno.test("a database of an earlier release holds what it held until its walks are over, and nothing after the next start", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  {
    await using test = await testServices({ database, parts: { sealer: NO_SEALER } });
    for (let hour = 10; hour < 16; hour++) {
      await aStoredBooking(test.services, { contact: CONTACT, wallTime: `2026-11-24T${hour}:00` });
    }
  }
  assert.deepEqual(textsIn(await rawBytes(database), CANARIES), CANARIES);
  assert.deepEqual(await start(database), []);
  assert.deepEqual(textsIn(await rawBytes(database), CANARIES), CANARIES, "nothing is sealed yet");
  {
    await using test = await testServices({ database, existing: true });
    await walkAll(test, sealingWalk({ name: "bookingEvent" }));
    // A file of gigabytes takes minutes: a server that is killed in the midst of its walks is back at once.
    assert.equal(await cleaningDue(test.services.db), null);
    await walkAll(test);
    assert.notEqual(await cleaningDue(test.services.db), null);
  }
  assert.notDeepEqual(textsIn(await rawBytes(database), CANARIES), [], "free pages keep it");
  await start(database);
  assert.deepEqual(textsIn(await rawBytes(database), CANARIES), []);
  await using test = await testServices({ database, existing: true });
  const bookings = await test.services.bookings.listNewest(10, null);
  assert.deepEqual(bookings.map(({ contact }) => contact), Array(6).fill(CONTACT));
});

Deno.test("the file is written anew after each erasure, once, and is left alone else", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  let wrapped = "";
  {
    await using test = await testServices({ database });
    const { services } = test;
    await aStoredBooking(services, { contact: CONTACT });
    assert.equal(await cleaningDue(services.db), null);
    const mark = await subjectMark(services.reachKey, { kind: "phone", at: CONTACT.phone });
    const keyId = (await services.db.read.get<string>(["subjectKeyOf", mark])).value ?? "";
    wrapped =
      (await services.db.read.get<{ wrapped: string }>(["subjectKey", keyId])).value?.wrapped ?? "";
    assert.notEqual(wrapped, "");
    await commitWithRetry(services.db, (tx) => services.subjectKeys.destroy(tx, mark));
    assert.notEqual(await cleaningDue(services.db), null);
  }
  await start(database);
  assert.deepEqual(
    textsIn(await rawBytes(database), [wrapped]),
    [],
    "the wrapped key is gone for good",
  );
  await using test = await testServices({ database, existing: true });
  assert.equal(await cleaningDue(test.services.db), null);
});

Deno.test("a file that cannot be written anew is served all the same, and it is said", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  {
    await using test = await testServices({ database });
    await aStoredBooking(test.services, { contact: CONTACT });
    const mark = await subjectMark(test.services.reachKey, { kind: "phone", at: CONTACT.phone });
    await commitWithRetry(test.services.db, (tx) => test.services.subjectKeys.destroy(tx, mark));
  }
  const reopen = () => openDatabase(database);
  const told: string[] = [];
  const missing = `${folder.path}/no/such/file`;
  const db = await cleaned(await reopen(), {
    path: missing,
    reopen,
    tell: (line) => void told.push(line),
  });
  assert.match(told.join(), /was not written anew/);
  assert.notEqual(await cleaningDue(db), null, "the next start tries again");
  db.close();
});
