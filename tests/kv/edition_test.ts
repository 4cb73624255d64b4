// Editions: many rows change at once for every reader, whatever dies in between.
import assert from "node:assert/strict";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { FleetStore } from "../../lib/fleet/fleet-store.ts";
import { plainVehicle, type Vehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { commitUnlessLocked } from "../../lib/kv/commit.ts";
import {
  addEdition,
  checkEdition,
  publishEdition,
  settledEdition,
  stagedRow,
  type StagedRows,
  sweepStaged,
} from "../../lib/kv/edition.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";

const AT = "2026-11-23T05:00:00Z";
/** More than two commits stage and two carry out. */
const COUNT = 250;
/** Commits that put them aside. */
const STAGING_COMMITS = 3;

function fleetNamed(name: string): Vehicle[] {
  return Array.from({ length: COUNT }, (_, i) =>
    plainVehicle({
      id: vehicleId(`V${String(i).padStart(3, "0")}`),
      name,
      vehicleClass: "standard",
      registration: `TAXI${i}`,
      inTraffic: true,
    }));
}

const rowsNamed = (name: string): StagedRows =>
  fleetNamed(name).map((vehicle) => stagedRow(fleetKeys.vehicle(vehicle.id), vehicle));

async function publish(db: Database, id: string, name: string): Promise<boolean> {
  const edition = await settledEdition(db);
  return await publishEdition(db, { id, rows: rowsNamed(name), edition, at: AT });
}

async function namesIn(db: Database): Promise<string[]> {
  return [...new Set((await new FleetStore(db).vehicles()).map(({ name }) => name))];
}

const stagedCount = async (db: Database) =>
  (await readList(db.read, { prefix: kvKeys.staged.prefix }, 1_000)).length;

/** The database as a process that dies before its `last`-th commit had it; how many commits it made. */
function dyingAfter(db: Database, last: number): { db: Database; made: () => number } {
  let made = 0;
  const write = new Proxy(db.write, {
    get(kv, name) {
      const found = Reflect.get(kv, name, kv);
      if (name !== "atomic") return typeof found === "function" ? found.bind(kv) : found;
      return () => {
        const operation = kv.atomic();
        const commit = operation.commit.bind(operation);
        operation.commit = () => {
          if (++made > last) throw new Error("killed");
          return commit();
        };
        return operation;
      };
    },
  });
  return { db: { ...db, write }, made: () => made };
}

Deno.test("a change of many commits is one edition: all of it, staged rows gone, one number higher", async () => {
  await using test = await memoryDatabase();
  assert.equal(await publish(test.db, "A", "first"), true);
  assert.equal(await publish(test.db, "B", "second"), true);
  assert.deepEqual(await namesIn(test.db), ["second"]);
  assert.equal((await new FleetStore(test.db).vehicles()).length, COUNT);
  assert.deepEqual([(await settledEdition(test.db)).number, await stagedCount(test.db)], [2, 0]);
});

Deno.test("whichever commit it dies at, readers see the former edition or the next, and the next load works", async () => {
  let decided = 0;
  for (let last = 0;; last++) {
    await using test = await memoryDatabase();
    await publish(test.db, "A", "former");
    const dying = dyingAfter(test.db, last);
    const died = await publish(dying.db, "B", "next").then(() => false, (error: Error) => {
      assert.equal(error.message, "killed");
      return true;
    });
    const seen = await namesIn(test.db);
    assert.equal(seen.length, 1, `after ${last} commits readers see ${seen}`);
    if (seen[0] === "next") decided++;
    // Once decided it stays decided.
    assert(seen[0] === "next" || decided === 0, `after ${last} commits`);
    await sweepStaged(test.db, "Z");
    assert.equal(await publish(test.db, "C", "later"), true);
    assert.deepEqual([await namesIn(test.db), await stagedCount(test.db)], [["later"], 0]);
    if (!died) break;
  }
  assert(decided > 3, "no process died while a decided change was carried out");
});

Deno.test("who carries a change out meets another that ends it between two of its reads", async () => {
  await using test = await memoryDatabase();
  const dying = dyingAfter(test.db, STAGING_COMMITS + 1);
  await assert.rejects(publish(dying.db, "A", "next"), /killed/);
  let others = 0;
  const write = new Proxy(test.db.write, {
    get(kv, name) {
      const found = Reflect.get(kv, name, kv);
      if (name !== "list") return typeof found === "function" ? found.bind(kv) : found;
      return async function* (...args: Parameters<Deno.Kv["list"]>) {
        if (others++ === 0) {
          await settledEdition(test.db);
          await sweepStaged(test.db, "Z");
        }
        yield* kv.list(...args);
      };
    },
  });
  assert.equal((await settledEdition({ ...test.db, write })).number, 1);
  assert(others > 0, "nobody came in between");
  assert.deepEqual([await namesIn(test.db), await stagedCount(test.db)], [["next"], 0]);
});

Deno.test("rows of a decided change that are nowhere are no reason to say that it was carried out", async () => {
  await using test = await memoryDatabase();
  const dying = dyingAfter(test.db, STAGING_COMMITS + 1);
  await assert.rejects(publish(dying.db, "A", "next"), /killed/);
  for (const { key } of await readList(test.db.read, { prefix: kvKeys.staged.prefix }, 1_000)) {
    await test.db.write.delete([...key]);
  }
  await assert.rejects(settledEdition(test.db), /Staged rows of A are missing/);
});

Deno.test("a process killed for real in the middle of a load leaves one edition", async () => {
  await using folder = await tempFolder();
  const script = new URL("../support/edition-load.ts", import.meta.url).pathname;
  const seen = new Set<string>();
  for (let last = 1; last <= 8; last++) {
    const path = `${folder.path}/${last}.sqlite`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--quiet", script, path, String(last)],
      stderr: "inherit",
    });
    const { signal, code } = await child.output();
    assert(signal === "SIGKILL" || code === 0);
    const db = await openDatabase(path);
    const names = await namesIn(db);
    db.close();
    assert.equal(names.length, 1, `killed at commit ${last}: ${names}`);
    seen.add(names[0] ?? "");
  }
  assert.deepEqual([...seen].sort(), ["former", "next"]);
});

Deno.test("who read an older edition changes nothing", async () => {
  await using test = await memoryDatabase();
  const old = await settledEdition(test.db);
  await publish(test.db, "A", "first");
  const late = await publishEdition(test.db, {
    ...{ id: "B", rows: rowsNamed("late"), at: AT },
    edition: old,
  });
  assert.deepEqual([late, await namesIn(test.db), await stagedCount(test.db)], [
    false,
    ["first"],
    0,
  ]);
  for (const add of [addEdition, checkEdition]) {
    const tx = new Transaction(test.db).set(kvKeys.about("late"), "late");
    add(tx, old);
    assert.equal(await commitUnlessLocked(tx), null);
  }
});

Deno.test("rows that were swept away as left behind are not decided on", async () => {
  await using test = await memoryDatabase();
  await publish(test.db, "A", "former");
  const slow: Database = { ...test.db };
  const edition = await settledEdition(test.db);
  const read = new Proxy(test.db.write, {
    get(kv, name) {
      const found = Reflect.get(kv, name, kv);
      if (name === "get") {
        // The switch reads the edition; just before, another load sweeps.
        return async (key: Deno.KvKey) => {
          await sweepStaged(test.db, "Z");
          return await kv.get(key);
        };
      }
      return typeof found === "function" ? found.bind(kv) : found;
    },
  });
  slow.write = read;
  await assert.rejects(
    publishEdition(slow, { id: "B", rows: rowsNamed("torn"), edition, at: AT }),
    { message: "busy" },
  );
  assert.deepEqual(await namesIn(test.db), ["former"]);
});

Deno.test("the fleet in memory is read again after another process changed it", async () => {
  await using test = await memoryDatabase();
  await publish(test.db, "A", "former");
  const [fleet, other] = [new FleetStore(test.db), new FleetStore(test.db)];
  assert.equal((await fleet.vehicles())[0]?.name, "former");
  assert.equal(await fleet.refresh(), false);
  await other.save(fleetNamed("next").slice(0, 1), []);
  assert.equal((await fleet.vehicles())[0]?.name, "former");
  const tx = new Transaction(test.db).set(kvKeys.about("booked"), "on the former fleet");
  await fleet.guard(tx);
  assert.equal(await commitUnlessLocked(tx), null);
  assert.equal((await fleet.vehicles())[0]?.name, "next");
  await other.save(fleetNamed("last").slice(0, 1), []);
  assert.equal(await fleet.refresh(), true);
  assert.equal((await fleet.vehicles())[0]?.name, "last");
});
