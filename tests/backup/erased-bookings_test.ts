// Bookings across an erasure and an older backup: the customer is gone from all that is restored, the vouchers are as they
// were to the byte, and nobody else lacks anything.
import assert from "node:assert/strict";
import { accountRows } from "../../lib/accounts/erase-account.ts";
import type { PersonId } from "../../lib/accounts/person.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { takeOverBookings } from "../../lib/booking/booking-owners.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import { beginErasure } from "../../lib/retention/erase-subject.ts";
import { aPerson } from "../support/operator.ts";
import { subjectMark } from "../../lib/assembly/sealing.ts";
import { makeBackup } from "../../lib/backup/make-backup.ts";
import { restoreBackup } from "../../lib/backup/restore-backup.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { erasureFileOf, readErasureFile } from "../../lib/security/erasure-file.ts";
import { claimLedger, mirrorErasures } from "../../lib/security/keep-ledger.ts";
import { FAMILIES } from "../support/backups.ts";
import { tempFolder } from "../support/databases.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const KANARIE = { name: "Bo Kanariefågel", phone: "+46701239876", email: "bo@kanarie.example" };
const TOLD = /Kanarie|kanarie|701239876/;

Deno.test("erased, an older backup restored and replayed: gone, others readable, ledger and vouchers as they were", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const ledger = erasureFileOf(database);
  const tools = { clock: systemClock, randomBytes: secureRandomBytes, families: FAMILIES };
  const opened = async (existing: boolean) => {
    const test = await testServices({ database, existing });
    await claimLedger({ db: test.services.db, path: ledger }, secureRandomBytes);
    return test;
  };
  const { erased, other } = await (async () => {
    await using test = await opened(false);
    const { booking: erased } = await aStoredBooking(test.services, { contact: KANARIE });
    const { booking: other } = await aStoredBooking(test.services, { contact: MAJA });
    return { erased, other };
  })();
  const backup = await makeBackup({
    ...{ ...tools, database, folder: `${folder.path}/backups`, release: "", keys: [] },
  });
  const raw = await (async () => {
    await using test = await opened(true);
    const { services } = test;
    const { db, subjectKeys, reachKey } = services;
    const mark = await subjectMark(reachKey, { kind: "phone", at: KANARIE.phone });
    assert((await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, mark, "r1"))).value !== null);
    await mirrorErasures({ db, path: ledger });
    return (await (db.stored ?? db.read).get(bookingKeys.booking(erased.id))).value;
  })();
  const before = await Deno.readTextFile(ledger);

  const { mode, secretMark, keyVersions } = backup.manifest;
  const own = { mode, secretMark, keyVersions: [...keyVersions, 1] };
  const { replayed } = await restoreBackup({ ...tools, from: backup.path, database, ...own });

  assert.equal(replayed.keys, 1);
  assert.equal(await Deno.readTextFile(ledger), before, "the ledger is as it was");
  assert.equal((await readErasureFile(ledger))?.erasures.length, 1);
  await using test = await opened(true);
  const { db, bookings } = test.services;
  const stored = db.stored ?? db.read;
  assert.deepEqual((await stored.get(bookingKeys.booking(erased.id))).value, raw);
  const found = (await bookings.get(erased.id))?.booking;
  assert.doesNotMatch(JSON.stringify(found), TOLD);
  for (const field of ["totalOre", "vatOre", "lines", "pickup", "tariffVersion"] as const) {
    assert.deepEqual(found?.trip[field], erased.trip[field]);
  }
  assert.deepEqual((await bookings.get(other.id))?.booking.contact, MAJA);
  const owned = await Array.fromAsync(stored.list({ prefix: ["bookingByOwner"] }));
  assert(!owned.some(({ value }) => value === erased.id), "nor by number or address");
  assert(owned.some(({ value }) => value === other.id));
});

Deno.test("an account that was erased by request is gone from an older backup under every mark: number, address, earlier number", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const ledger = erasureFileOf(database);
  const tools = { clock: systemClock, randomBytes: secureRandomBytes, families: FAMILIES };
  const opened = async (existing: boolean) => {
    const test = await testServices({ database, existing });
    await claimLedger({ db: test.services.db, path: ledger }, secureRandomBytes);
    return test;
  };
  const { person, ride, other, reachKey } = await (async () => {
    await using test = await opened(false);
    const { services, clock } = test;
    const wallTime = "2026-11-24T09:00";
    const { booking: ride } = await aStoredBooking(services, { contact: KANARIE, wallTime });
    const other = await aPerson(services, "Olle", "customer");
    const person = await aPerson(services, "Kanariefågel", "customer");
    // The ride was booked with a number that is none of the account's by now.
    await takeOverBookings(services, person.id, [{ kind: "phone", at: KANARIE.phone }]);
    clock.set("2026-11-25T08:00:00Z");
    await runRoomJobs(services);
    return { person, ride, other, reachKey: services.reachKey };
  })();
  const backup = await makeBackup({
    ...{ ...tools, database, folder: `${folder.path}/backups`, release: "", keys: [] },
  });
  await (async () => {
    await using test = await opened(true);
    await erased(test, person.id, ledger);
  })();
  const { mode, secretMark, keyVersions } = backup.manifest;
  await restoreBackup({
    ...{ ...tools, from: backup.path, database, mode, secretMark },
    ...{ keyVersions: [...keyVersions, 1], accounts: accountRows(reachKey) },
  });
  await using test = await opened(true);
  const { services } = test;
  assert.equal(await services.people.get(person.id), null);
  assert.equal(await services.people.ownerOf("email", person.email), null);
  assert.notEqual(await services.people.get(other.id), null);
  assert.equal(await services.people.ownerOf("email", other.email), other.id);
  assert.doesNotMatch(JSON.stringify((await services.bookings.get(ride.id))?.booking), TOLD);
  const stored = services.db.stored ?? services.db.read;
  const rows = await Array.fromAsync(stored.list({ prefix: [] }));
  const left = rows.filter(({ key, value }) => key.includes(person.id) || value === person.id);
  assert.deepEqual(left.map(({ key }) => key), []);
  const owned = rows.filter(({ key: [family], value }) =>
    family === "bookingByOwner" && value === ride.id
  );
  assert.deepEqual(owned, []);
});

Deno.test("a ride that was booked with somebody else's number is gone from an older backup, and their key and rides stay", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const ledger = erasureFileOf(database);
  const tools = { clock: systemClock, randomBytes: secureRandomBytes, families: FAMILIES };
  const opened = async (existing: boolean) => {
    const test = await testServices({ database, existing });
    await claimLedger({ db: test.services.db, path: ledger }, secureRandomBytes);
    return test;
  };
  const made = await (async () => {
    await using test = await opened(false);
    const { services, clock } = test;
    const wallTime = "2026-11-24T09:00";
    const contact = { ...MAJA, name: KANARIE.name };
    const { booking: ride } = await aStoredBooking(services, { contact, wallTime });
    const { booking: own } = await aStoredBooking(services, { contact: MAJA });
    const person = await aPerson(services, "Kanariefågel", "customer");
    // Booked while signed in, with the number of whoever rides.
    const tx = new Transaction(services.db);
    const mark = await subjectMark(services.reachKey, { kind: "person", at: person.id });
    tx.set(bookingKeys.bookingByOwner(mark, ride.id), ride.id);
    assert.notEqual(await tx.commit(), null);
    clock.set("2026-11-25T08:00:00Z");
    await runRoomJobs(services);
    return { person, ride, own, reachKey: services.reachKey };
  })();
  const backup = await makeBackup({
    ...{ ...tools, database, folder: `${folder.path}/backups`, release: "", keys: [] },
  });
  await (async () => {
    await using test = await opened(true);
    await erased(test, made.person.id, ledger);
  })();
  const { mode, secretMark, keyVersions } = backup.manifest;
  const { replayed } = await restoreBackup({
    ...{ ...tools, from: backup.path, database, mode, secretMark },
    ...{ keyVersions: [...keyVersions, 1], accounts: accountRows(made.reachKey) },
  });
  assert(replayed.blanked > 0, "rows that Maja's key sealed");
  await using test = await opened(true);
  const { bookings } = test.services;
  const found = await bookings.get(made.ride.id);
  const told = JSON.stringify([found?.booking, await bookings.events(made.ride.id)]);
  assert.doesNotMatch(told, TOLD);
  assert.equal(found?.booking.trip.totalOre, made.ride.trip.totalOre);
  assert.deepEqual((await bookings.get(made.own.id))?.booking.contact, MAJA);
});

/** Somebody who has asked for it is erased, and the file beside the database knows. */
async function erased({ services, clock }: TestServices, personId: PersonId, ledger: string) {
  clock.set("2026-11-25T09:00:00Z");
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof" },
    subject: { kind: "person", personId },
  });
  const by = { kind: "staff", id: "eva", name: "Eva" } as const;
  assert.deepEqual(await beginErasure(services, request.id, by), []);
  await runRoomJobs(services);
  await mirrorErasures({ db: services.db, path: ledger });
}
