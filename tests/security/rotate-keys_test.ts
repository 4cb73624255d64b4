// Rotation of the key-encryption key: nothing is unreadable for a moment, nothing is left behind, whatever is killed.
import assert from "node:assert/strict";
import { Transaction } from "../../lib/kv/transaction.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { ROTATED_A_COMMIT, rotateStep, rotationState } from "../../lib/security/rotate-keys.ts";
import { SealError } from "../../lib/security/seal-error.ts";
import { tempFolder } from "../support/databases.ts";
import { ROOT } from "../support/module-graph.ts";
import { rotationOver } from "../support/rotation.ts";

const marksOf = (count: number) => Array.from({ length: count }, (_, i) => `mark-${i}`);

Deno.test("one version is nothing to rotate; a new one moves every key, and the old one is retired", async () => {
  await using test = await rotationOver();
  const ids = await test.make(marksOf(40));
  assert.equal(await rotateStep(test.deps), "done");
  const before = await Promise.all(ids.map((id) => test.subjectKeys.byId(id)));
  await test.raise(2);
  assert.equal(await test.rotate(), "done");
  assert.deepEqual(await test.versions(), { 2: 40 });
  assert.deepEqual(await Promise.all(ids.map((id) => test.fresh().byId(id))), before);
  const state = await rotationState(test.db);
  assert.deepEqual([state?.to, state?.looked, state?.rewrapped, state?.stuck], [2, 40, 40, 0]);
  assert.notEqual(state?.finishedAt, null);
  const former = await test.db.read.get(securityKeys.keyEncryptionKey(1));
  assert.notEqual(Reflect.get(Object(former.value), "retiredAt"), null);
});

Deno.test("keys are read at every step, and those made meanwhile are moved or made new", async () => {
  await using test = await rotationOver();
  const ids = await test.make(marksOf(30));
  await test.raise(2);
  for (let step = "more", at = 0; step !== "done"; at++) {
    step = await rotateStep(test.deps);
    ids.push(...await test.make([`late-${at}`]));
    for (const id of ids) assert.notEqual(await test.fresh().byId(id), "erased");
  }
  assert.deepEqual(Object.keys(await test.versions()), ["2"]);
});

Deno.test("a key that a process which knew the old version alone made late is found before that is retired", async () => {
  await using test = await rotationOver();
  const [id = ""] = await test.make(["early"]);
  const late = await test.db.read.get(securityKeys.subjectKey(id));
  await test.raise(2);
  while ((await rotationState(test.db))?.movedAt == null) await rotateStep(test.deps);
  // As that process would commit it now.
  await test.db.write.set(securityKeys.subjectKey(id), late.value);
  assert.equal(await test.rotate(), "done");
  assert.deepEqual(await test.versions(), { 2: 1 });
});

Deno.test("a version waits for its grace before it is retired", async () => {
  await using test = await rotationOver();
  await test.make(["a"]);
  await test.raise(2);
  test.deps.graceMs = 60_000;
  assert.equal(await test.rotate(), "waits");
  assert.deepEqual(await test.versions(), { 2: 1 });
  test.clock.advance({ minutes: 1 });
  assert.equal(await test.rotate(), "done");
});

Deno.test("a destroyed key stays destroyed, and one that changes under the hands of rotation is not lost", async () => {
  await using test = await rotationOver();
  const ids = await test.make(marksOf(ROTATED_A_COMMIT));
  await test.raise(2);
  await rotateStep(test.deps);
  const atomic = test.db.write.atomic.bind(test.db.write);
  let isFirst = true;
  test.db.write.atomic = () => {
    const operation = atomic();
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      if (isFirst) {
        isFirst = false;
        const tx = new Transaction(test.db);
        await test.subjectKeys.destroy(tx, "mark-3");
        assert.notEqual(await tx.commit(), null);
      }
      return await commit();
    };
    return operation;
  };
  assert.equal(await test.rotate(), "done");
  const found = await Promise.all(ids.map((id) => test.fresh().byId(id)));
  assert.deepEqual(found.flatMap((key, i) => key === "erased" ? [i] : []), [3]);
});

Deno.test("a damaged key is left as it is, is counted, and keeps the version it names from being retired", async () => {
  await using test = await rotationOver();
  const [one = "", two = ""] = await test.make(["a", "b"]);
  const { value } = await test.db.read.get<object>(securityKeys.subjectKey(one));
  await test.db.write.set(securityKeys.subjectKey(one), { ...value, wrapped: "AAAA" });
  await test.raise(2);
  test.deps.graceMs = 1;
  assert.equal(await test.rotate(), "waits");
  assert.equal((await rotationState(test.db))?.stuck, 1);
  assert.deepEqual(await test.versions(), { 1: 1, 2: 1 });
  assert.notEqual(await test.fresh().byId(two), "erased");
  await assert.rejects(test.fresh().byId(one), { code: "altered" });
});

Deno.test("a row that comes back from an older copy names a retired version, and is refused so", async () => {
  await using test = await rotationOver();
  const [id = ""] = await test.make(["a"]);
  const old = await test.db.read.get(securityKeys.subjectKey(id));
  await test.raise(2);
  await test.rotate();
  // Another process, or this one some seconds later.
  await using later = await rotationOver();
  for await (const { key, value } of test.db.read.list({ prefix: [] })) {
    await later.db.write.set(key, value);
  }
  await later.db.write.set(securityKeys.subjectKey(id), old.value);
  await later.raise(2);
  await assert.rejects(
    later.fresh().byId(id),
    (error) => error instanceof SealError && error.code === "retired-key",
  );
});

Deno.test("killed at each of its commits, before and after it is written, it goes on and ends right", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const ids = await (async () => {
    await using test = await rotationOver(database);
    return await test.make(marksOf(3 * ROTATED_A_COMMIT));
  })();
  let kills = 0;
  for (let commits = 0;; commits = (commits + 1) % 3, kills++) {
    assert(kills < 60, "it never ended");
    const said = await rotateInProcess(database, commits);
    await using test = await rotationOver(database, 2);
    const found = await Promise.all(ids.map((id) => test.fresh().byId(id)));
    assert(found.every((key) => key !== "erased"), "every key opens after every kill");
    if (said) break;
  }
  assert(kills >= 5, `killed ${kills} times`);
  await using test = await rotationOver(database, 2);
  assert.deepEqual(await test.versions(), { 2: ids.length });
  const state = await rotationState(test.db);
  assert.deepEqual([state?.to, state?.rewrapped], [2, ids.length]);
});

/** True when it came to its end before it was killed. */
async function rotateInProcess(database: string, commits: number): Promise<boolean> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--lock=tests/deno.lock",
      "tests/support/rotate-once.ts",
      database,
      String(commits),
    ],
    cwd: ROOT,
    stdout: "piped",
    stderr: "piped",
  });
  const { stdout, stderr, signal } = await child.output();
  const said = new TextDecoder().decode(stdout).includes("ended");
  assert(said || signal === "SIGKILL", new TextDecoder().decode(stderr));
  return said;
}
