// A process that appends what waits to the audit log, signs it and writes the checkpoint outside, and is killed by the machine at
// one of its steps: `append-once.ts DATABASE EXPORT STEP TIMES`. Says "ended" where it came to its end.
import { CheckpointExport } from "../../lib/audit/checkpoint-export.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { testAppender } from "./audit-log.ts";
import { keptLog } from "./kept-log.ts";

/** The steps it can be killed at. */
export const APPEND_STEPS = [
  "before intents are read",
  "before a group is committed",
  "after a group is committed",
  "before a checkpoint is committed",
  "after a checkpoint is committed",
  "within a line of the file",
  "before the file is on the disk",
  "after the file is on the disk",
] as const;

/** One of them. */
export type AppendStep = typeof APPEND_STEPS[number];

if (import.meta.main) {
  const [database = "", path = "", wanted = "", times = "0"] = Deno.args;
  let left = Number(times);
  const reach = (step: AppendStep) => {
    if (step === wanted && left-- === 0) Deno.kill(Deno.pid, "SIGKILL");
  };
  const db = await openDatabase(database);
  for (const kv of [db.read, db.write]) atReads(kv, reach);
  atCommits(db.write, reach);
  atWrites(reach);
  const appender = testAppender(db);
  while (await appender.append() > 0);
  await appender.sign(true);
  await new CheckpointExport({ db, path, log: keptLog().log }).write();
  console.info("ended");
  db.close();
}

function atReads(kv: Deno.Kv, reach: (step: AppendStep) => void): void {
  const list = kv.list.bind(kv);
  kv.list = (selector, options) => {
    if ("prefix" in selector && selector.prefix[0] === "auditIntent") {
      reach("before intents are read");
    }
    return list(selector, options);
  };
}

function atCommits(kv: Deno.Kv, reach: (step: AppendStep) => void): void {
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const operation = atomic();
    let isCheckpoint = false;
    const [set, commit] = [operation.set.bind(operation), operation.commit.bind(operation)];
    operation.set = (key, value) => {
      isCheckpoint ||= key[0] === "auditCheckpoint";
      set(key, value);
      return operation;
    };
    operation.commit = async () => {
      reach(isCheckpoint ? "before a checkpoint is committed" : "before a group is committed");
      const result = await commit();
      reach(isCheckpoint ? "after a checkpoint is committed" : "after a group is committed");
      return result;
    };
    return operation;
  };
}

function atWrites(reach: (step: AppendStep) => void): void {
  const { write, sync } = Deno.FsFile.prototype;
  Deno.FsFile.prototype.write = async function (bytes) {
    const half = await write.call(this, bytes.subarray(0, Math.ceil(bytes.length / 2)));
    reach("within a line of the file");
    return half;
  };
  Deno.FsFile.prototype.sync = async function () {
    reach("before the file is on the disk");
    await sync.call(this);
    reach("after the file is on the disk");
  };
}
