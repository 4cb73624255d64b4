// Stands between the product and a KV handle: failures of the database are told from faults of ours, no call to a
// server waits without end, and no commit is acknowledged that a restart would not find.
import { GatewayError } from "../errors/gateway-error.ts";

/** What a handle is guarded by. */
export interface KvGuard {
  /** Told of each write when it is sent (1) and when it is answered (-1). */
  onWriting?: (change: 1 | -1) => void;
  /** Why commits would be lost, in one sentence; null when they are kept. */
  trouble(): string | null;
  /** Milliseconds a call to a server may take; null for a file, which answers or fails by itself. */
  deadlineMs: number | null;
}

/** A server that takes longer is down, whatever its client hopes. */
export const REMOTE_DEADLINE_MS = 5_000;

/** What SQLite says when the machine, not the product, is at fault. */
const FAILURES = [
  [/database or disk is full|ENOSPC|no space left/i, "the disk is full"],
  [/readonly|read-only|permission|denied/i, "the file cannot be written to"],
  [/disk I\/O error|input\/output error/i, "the disk does not answer"],
  [/malformed|not a database/i, "the file is damaged"],
  [/unable to open database/i, "the file cannot be opened"],
] as const;

/** Refusals of KV itself, which are faults of ours: too large, too many, not storable. */
const OUR_FAULT = /too large|too many|cannot be|could not be cloned|invalid|must be|greater than/i;

/** The handle behind its guard. */
export function guardKv(kv: Deno.Kv, guard: KvGuard): Deno.Kv {
  return {
    get: <Value>(key: Deno.KvKey, options?: Consistency) =>
      guarded(guard, kv.get<Value>(key, options)),
    getMany: <Values extends readonly unknown[]>(keys: KeysOf<Values>, options?: Consistency) =>
      guarded(guard, kv.getMany<Values>(keys, options)),
    list: <Value>(selector: Deno.KvListSelector, options?: Deno.KvListOptions) =>
      guardedList(guard, kv.list<Value>(selector, options)),
    set: (key, value, options) => kept(guard, () => kv.set(key, value, options)),
    delete: (key) => kept(guard, () => kv.delete(key)),
    atomic() {
      const operation = kv.atomic();
      const commit = operation.commit.bind(operation);
      operation.commit = () => kept(guard, commit);
      return operation;
    },
    enqueue: (value, options) => kept(guard, () => kv.enqueue(value, options)),
    listenQueue: (handler) => kv.listenQueue(handler),
    watch: (keys, options) => kv.watch(keys, options),
    commitVersionstamp: () => kv.commitVersionstamp(),
    close: () => kv.close(),
    [Symbol.dispose]: () => kv.close(),
  };
}

type Consistency = { consistency?: Deno.KvConsistencyLevel };
type KeysOf<Values extends readonly unknown[]> = readonly [
  ...{ [I in keyof Values]: Deno.KvKey },
];

function guardedList<Value>(
  guard: KvGuard,
  list: Deno.KvListIterator<Value>,
): Deno.KvListIterator<Value> {
  return {
    get cursor() {
      return list.cursor;
    },
    next: () => guarded(guard, list.next()),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A write: refused before it is sent where it would be lost, and not acknowledged where it was. */
async function kept<Result>(guard: KvGuard, write: () => Promise<Result>): Promise<Result> {
  refuseIfLost(guard);
  guard.onWriting?.(1);
  const result = await guarded(guard, write()).finally(() => guard.onWriting?.(-1));
  refuseIfLost(guard);
  return result;
}

function refuseIfLost(guard: KvGuard): void {
  const trouble = guard.trouble();
  if (trouble !== null) throw new GatewayError("kv", trouble, true);
}

/** The call's answer, in time, or a GatewayError when the database is what failed. */
async function guarded<Result>({ deadlineMs }: KvGuard, call: Promise<Result>): Promise<Result> {
  try {
    return await (deadlineMs === null ? call : inTime(call, deadlineMs));
  } catch (error) {
    throw asFailure(error, deadlineMs !== null);
  }
}

async function inTime<Result>(call: Promise<Result>, deadlineMs: number): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new GatewayError("kv", `The database did not answer in ${deadlineMs} ms`, true)),
    deadlineMs,
  );
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A locked file is left as it is: whoever commits tries again. So are faults of ours. */
function asFailure(error: unknown, isRemote: boolean): unknown {
  if (!(error instanceof Error) || error instanceof GatewayError) return error;
  if (error.message.includes("database is locked")) return error;
  const known = FAILURES.find(([said]) => said.test(error.message));
  if (known !== undefined) return failure(known[1], error);
  const isOurs = error instanceof Deno.errors.BadResource || OUR_FAULT.test(error.message);
  return isRemote && !isOurs ? failure("the server does not answer", error) : error;
}

function failure(reason: string, cause: Error): GatewayError {
  return new GatewayError("kv", `The database failed: ${reason}`, true, { cause });
}
