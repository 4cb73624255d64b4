// Raw search: personal data of every sealed family, planted through the product, stands nowhere in the files of the database.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { roomWork, runRoomJobs } from "../../lib/assembly/work.ts";
import { CHECKPOINTS_FILE } from "../../lib/audit/services.ts";
import { makeBackup } from "../../lib/backup/make-backup.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { privateFile } from "../../lib/kernel/private-file.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import { beginErasure } from "../../lib/retention/erase-subject.ts";
import { erasureFileOf } from "../../lib/security/erasure-file.ts";
import { claimLedger } from "../../lib/security/keep-ledger.ts";
import { FAMILIES } from "../support/backups.ts";
import { CANARY_CONTACT, canaryLife, LIFE_CANARIES as CANARIES } from "../support/canary-life.ts";
import { tempFolder } from "../support/databases.ts";
import { rawBytes, textsIn } from "../support/raw-bytes.ts";
import { type TestServiceOptions, testServices } from "../support/services.ts";

async function lived(options: TestServiceOptions): Promise<void> {
  await using test = await testServices(options);
  await canaryLife(test.services);
}

Deno.test("after the flows of the product none of what people said stands in the files of its database", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const records: unknown[] = [];
  {
    await using test = await testServices({ database });
    await canaryLife(test.services);
    records.push(...test.records);
    // While it is open, with what was written ahead; and after it was closed.
    assert.deepEqual(textsIn(await rawBytes(database), CANARIES), []);
  }
  assert.deepEqual(textsIn(await rawBytes(database), CANARIES), []);
  assert.deepEqual(
    records.filter((record) => textsIn([bytesOf(record)], CANARIES).length > 0),
    [],
    "nor in the log",
  );
});

Deno.test("nor in any file that comes to lie beside it: ledger, checkpoints, backup and manifest, whatever they are called", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database });
  const { services } = test;
  await claimLedger({ db: services.db, path: erasureFileOf(database) }, secureRandomBytes);
  await canaryLife(services);
  const reach = { kind: "email", at: CANARY_CONTACT.email } as const;
  const { request } = await createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach },
  });
  const by = { kind: "staff", id: "eva", name: "Kanarie-Karin" } as const;
  assert.deepEqual(await beginErasure(services, request.id, by), []);
  await runRoomJobs(services);
  for (const { round } of roomWork(services).flatMap(({ rounds = [] }) => rounds)) await round();
  await services.checkpointExport?.write();
  await makeBackup({
    ...{ database, folder: `${folder.path}/backups`, families: FAMILIES, release: "r", keys: [] },
    clock: systemClock,
  });
  const files = await filesIn(folder.path);
  const wanted = [database, `${database}-wal`, erasureFileOf(database)];
  for (const path of [...wanted, privateFile(database, CHECKPOINTS_FILE)]) {
    assert.ok(files.some((one) => one === path), `${path} is among ${files.join(", ")}`);
  }
  assert.ok(files.length >= wanted.length + 4, "and copy, manifest and ledger of the backup");
  const leaks = await Promise.all(files.map(async (path) => {
    const found = textsIn([await Deno.readFile(path)], CANARIES);
    return found.length === 0 ? [] : [`${path}: ${found.join(", ")}`];
  }));
  assert.deepEqual(leaks.flat(), []);
});

/** Every file below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    found.push(...isDirectory ? await filesIn(path) : [path]);
  }
  return found;
}

Deno.test("the search finds every canary where nothing is sealed", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await lived({ database, parts: { sealer: NO_SEALER } });
  // What rooms seal themselves is not there either way.
  const sealedByRooms = ["portkod kanarie"];
  const found = textsIn(await rawBytes(database), CANARIES);
  assert.deepEqual([...found, ...sealedByRooms].sort(), [...CANARIES].sort());
});

const CANARY = "Kanarie i varje fält";

Deno.test("every sealed field of every family leaves the row, whatever family comes to the registry", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database });
  const sealed = KEY_FAMILIES.filter((family) => family.sealed !== undefined);
  for (const family of sealed) {
    const tx = new Transaction(test.services.db);
    const key = family.keyOf([family.name, "01JDQ8ZV5T0000000000000001", 1]);
    assert.notEqual(await tx.set(key, rowOfCanaries(family)).commit(), null, family.name);
    const { value } = await test.services.db.read.get(key);
    assert.match(JSON.stringify(value), /Kanarie/, `${family.name} is read back`);
  }
  assert.deepEqual(textsIn(await rawBytes(database), [CANARY]), []);
});

/** A row with a canary in place of every text that is sealed. */
function rowOfCanaries({ sealed }: AnyFamily): unknown {
  const row = {
    id: "01",
    personId: "01",
    mark: "mark",
    bookingId: null,
    actor: { kind: "operator", id: "01" },
    by: { id: "01" },
  };
  for (const [path, blank] of Object.entries(sealed?.erased ?? {})) {
    plant(row, path.replaceAll("*", "0").split("."), canaries(blank));
  }
  return row;
}

function plant(at: Record<string, unknown>, [name = "", ...more]: string[], value: unknown): void {
  if (more.length === 0) at[name] = value;
  else plant((at[name] ??= more[0] === "0" ? [] : {}) as Record<string, unknown>, more, value);
}

function canaries(blank: unknown): unknown {
  if (typeof blank === "string") return CANARY;
  if (Array.isArray(blank)) return [CANARY];
  if (typeof blank !== "object" || blank === null) return blank;
  return Object.fromEntries(Object.entries(blank).map(([name, part]) => [name, canaries(part)]));
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(Deno.inspect(value, { depth: 9 }));
}
