// Backups and what comes of them: whole or refused, and nobody who was erased since is in what is restored.
import assert from "node:assert/strict";
import { RESTORE_STEPS } from "../../lib/backup/restore-backup.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { erasureFileOf } from "../../lib/security/erasure-file.ts";
import { mirrorErasures } from "../../lib/security/keep-ledger.ts";
import { aCompany, type Company, erase, FAMILIES, rowsOf } from "../support/backups.ts";
import type { Rotation } from "../support/rotation.ts";

const MARKS = ["anna", "bo", "cilla"];

Deno.test("a backup has what was there, its manifest says so, and it is restored over what came after", async () => {
  await using company = await aCompany();
  const before = await company.served(async (rotation) => {
    await rotation.make(MARKS);
    await rotation.db.write.set(["booking", "voucher"], { totalOre: 70_000 });
    return await rowsOf(rotation.db);
  });
  const { path, manifest } = await company.backup();
  assert.deepEqual([manifest.release, manifest.mode, manifest.keyVersions], ["r7", "production", [
    1,
  ]]);
  assert.deepEqual([manifest.rows.subjectKey, manifest.rows.booking], [3, 1]);
  assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  await company.served(({ db }) => db.write.set(["booking", "later"], { totalOre: 1 }));
  const { former } = await company.restore(path);
  const rows = await company.served(({ db }) => rowsOf(db));
  assert.deepEqual(without(rows, isOfTheRestore), [...before]);
  assert(former !== null && (await Deno.stat(former)).size > 0);
});

Deno.test("erase, restore an older backup: gone with their rows, others readable, everything else as it was", async () => {
  await using company = await aCompany();
  const ids = await company.served(async (rotation) => {
    const made = await rotation.make(MARKS);
    for (const mark of MARKS) {
      const ride = `ride of ${mark}`;
      await rotation.db.write.set(["bookingByOwner", mark, ride], ride);
    }
    // The ride is found by the address it was booked with, which has no key of its own.
    await rotation.db.write.set(["bookingByOwner", "bo's address", "ride of bo"], "ride of bo");
    await rotation.db.write.set(["booking", "voucher"], { totalOre: 70_000 });
    return made;
  });
  const { path } = await company.backup();
  const untouched = await company.served(({ db }) => rowsOf(db));
  await eraseAndMirror(company, "bo");
  const { replayed } = await company.restore(path);
  assert.deepEqual(replayed, { keys: 1, rows: 3, blanked: 0 });
  await company.served(async ({ db, fresh }) => {
    assert.equal(await fresh().byId(ids[1] ?? ""), "erased");
    for (const id of [ids[0], ids[2]]) assert.notEqual(await fresh().byId(id ?? ""), "erased");
    const rows = await rowsOf(db);
    const isTheirs = (key: string) =>
      /"bo"|ride of bo/.test(key) || key.includes(ids[1] ?? "") || isOfTheRestore(key) ||
      /erasureLedger|newestErasure/.test(key);
    assert.deepEqual(without(rows, isTheirs), without(untouched, isTheirs));
    assert(![...rows].some(([key]) => /"bo"|ride of bo/.test(key)));
  });
  // Once more, and the other way round: a restore of a restored one erases nobody twice.
  assert.deepEqual((await company.restore(path)).replayed, { keys: 1, rows: 3, blanked: 0 });
  const again = await company.backup();
  assert.deepEqual((await company.restore(again.path)).replayed, { keys: 0, rows: 0, blanked: 0 });
});

Deno.test("on a new machine the folder of backups alone knows who was erased up to the newest of them", async () => {
  await using company = await aCompany();
  await company.served(({ make }) => make(MARKS));
  const { path } = await company.backup();
  await eraseAndMirror(company, "anna");
  await company.backup();
  await Deno.remove(company.database);
  await Deno.remove(erasureFileOf(company.database));
  assert.equal((await company.restore(path)).replayed.keys, 1);
  await company.served(({ fresh, db }) => assertErased(fresh, db, 1));
});

Deno.test("ended at any step, the database is whole, and the same command ends right", async () => {
  for (const step of RESTORE_STEPS) {
    await using company = await aCompany();
    await company.served(({ make }) => make(MARKS));
    const { path } = await company.backup();
    await eraseAndMirror(company, "cilla");
    const onStep = (at: string) => {
      if (at === step) throw new Error("killed");
    };
    await assert.rejects(company.restore(path, { onStep }), /killed/);
    await company.restore(path);
    await company.served(({ fresh, db }) => assertErased(fresh, db, 1));
  }
});

Deno.test("a damaged, cut, foreign or later backup is refused by name, and the database stays as it is", async () => {
  await using company = await aCompany();
  await company.served(({ make }) => make(MARKS));
  const { path, manifest } = await company.backup();
  const before = await company.served(({ db }) => rowsOf(db));
  const refuses = async (sentence: RegExp, options: Parameters<Company["restore"]>[1] = {}) => {
    const error = await company.restore(path, options).catch((error) => error);
    assert(error instanceof GatewayError, String(error));
    assert.match(error.message, sentence);
    assert.deepEqual(await company.served(({ db }) => rowsOf(db)), before);
  };
  await refuses(/is another company's, or was made with another AVANTI_SECRET/, {
    secretMark: "x",
  });
  await refuses(/is of production mode, and AVANTI_MODE is local/, { mode: "local" });
  await refuses(/needs key-encryption key 1, which this server was not given/, {
    keyVersions: [2],
  });
  await refuses(/is of a later release \(booking\)/, { families: { ...FAMILIES, booking: 1 } });
  const bytes = await Deno.readFile(path);
  await Deno.writeFile(path, bytes.map((byte, i) => i === 5_000 ? byte ^ 1 : byte));
  await refuses(/is damaged: it is not what its manifest says/);
  await Deno.writeFile(path, bytes.slice(0, -1));
  await refuses(/is damaged/);
  await Deno.writeFile(path, bytes);
  await Deno.writeTextFile(`${path}.json`, JSON.stringify({ ...manifest, backup: "other" }));
  await refuses(/is no manifest of a backup/);
  await Deno.remove(`${path}.json`);
  await refuses(/There is no manifest .*: a copy without one is no backup/);
});

async function eraseAndMirror(company: Company, mark: string): Promise<void> {
  await company.served(async (rotation) => {
    await erase(rotation, mark);
    await mirrorErasures({ db: rotation.db, path: erasureFileOf(company.database) });
  });
}

async function assertErased(
  fresh: Rotation["fresh"],
  db: Rotation["db"],
  count: number,
): Promise<void> {
  const ids = (await Array.fromAsync(db.read.list({ prefix: ["subjectKey"] })))
    .map(({ key }) => String(key[1]));
  const found = await Promise.all(ids.map((id) => fresh().byId(id)));
  assert.equal(found.filter((key) => key === "erased").length, count);
  assert.equal(found.length, MARKS.length);
}

/** What the log will say of the restore. */
function isOfTheRestore(key: string): boolean {
  return key.includes("auditIntent");
}

function without(rows: Map<string, string>, isOut: (key: string) => boolean) {
  return [...rows].filter(([key]) => !isOut(key));
}
