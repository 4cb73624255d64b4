// Stands between the product and its database and takes down what each commit did to which rows, as they are stored: what the
// intent in the same commit says of them is compared with that.
import { createHash } from "node:crypto";
import type { Intent } from "../../lib/audit/intent.ts";
import type { Database } from "../../lib/kv/open.ts";

/** A row before and after a commit; null where there was, or is, none. */
export interface WitnessedRow {
  key: Deno.KvKey;
  before: string | null;
  beforeStamp: string | null;
  after: string | null;
}

/** A commit that went through. */
export interface WitnessedCommit {
  versionstamp: string;
  /** What it said of itself; null where it said nothing. */
  intent: Intent | null;
  rows: readonly WitnessedRow[];
}

/** The database, each of whose commits is added to `commits`. */
export function witnessed(db: Database, commits: WitnessedCommit[]): Database {
  const write = Object.create(db.write, {
    atomic: { value: () => witnessedAtomic(db.write, commits) },
  });
  // Handles of KV know their own methods by the object they are called on.
  const methods = [
    "get",
    "getMany",
    "list",
    "set",
    "delete",
    "watch",
    "commitVersionstamp",
    "close",
  ];
  for (const name of methods) {
    const method: unknown = Reflect.get(db.write, name);
    if (typeof method === "function") {
      Object.defineProperty(write, name, { value: method.bind(db.write) });
    }
  }
  return { ...db, write, read: db.read === db.write ? write : db.read };
}

function witnessedAtomic(kv: Deno.Kv, commits: WitnessedCommit[]): Deno.AtomicOperation {
  const operation = kv.atomic();
  const keys = new Map<string, Deno.KvKey>();
  let intent: Intent | null = null;
  const [set, del, commit] = [operation.set, operation.delete, operation.commit]
    .map((method) => method.bind(operation) as (...args: unknown[]) => unknown);
  return Object.assign(operation, {
    set(key: Deno.KvKey, value: unknown) {
      if (key[0] === "auditIntent") intent = value as Intent;
      // Rows under the commit's own versionstamp are of the machinery, and there was none before.
      else if (typeof key.at(-1) !== "symbol") keys.set(JSON.stringify(key.map(String)), key);
      set?.(key, value);
      return operation;
    },
    delete(key: Deno.KvKey) {
      keys.set(JSON.stringify(key.map(String)), key);
      del?.(key);
      return operation;
    },
    async commit() {
      const all = [...keys.values()];
      const before = await Promise.all(all.map((key) => kv.get(key)));
      const result = await commit?.() as Deno.KvCommitResult | Deno.KvCommitError;
      if (!result.ok) return result;
      const after = await Promise.all(all.map((key) => kv.get(key)));
      const rows = all.map((key, i) => ({
        key,
        before: hashOf(before[i]),
        beforeStamp: before[i]?.versionstamp ?? null,
        after: hashOf(after[i]),
      }));
      commits.push({ versionstamp: result.versionstamp, intent, rows });
      return result;
    },
  });
}

/** The hash of a row as docs/audit.md says it, shared with no code of the product. */
function hashOf(entry: Deno.KvEntryMaybe<unknown> | undefined): string | null {
  if (entry === undefined || entry.versionstamp === null) return null;
  const text = JSON.stringify(entry.value, (_name, value) => {
    if (typeof value === "bigint") return `${value}n`;
    return value instanceof Uint8Array ? value.toBase64() : value;
  });
  const bytes = createHash("sha256").update(text).digest().subarray(0, 24);
  return `#${bytes.toString("base64url")}`;
}
