// The appender of the audit log, killed by the machine at each of its steps and begun again: no entry is lost, none is there twice,
// and what it wrote outside the database still bears witness.
import assert from "node:assert/strict";
import { parseEntry } from "../../lib/audit/entry.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { main } from "../../scripts/verify-audit.ts";
import { APPEND_STEPS, type AppendStep } from "../support/append-once.ts";
import { auditedDatabase, commitActs, storedEntries, TEST_SIGNER } from "../support/audit-log.ts";
import { tempFolder } from "../support/databases.ts";

/** Two groups a life. */
const ACTS = 450;

Deno.test("killed at each of its steps, the appender loses no entry and doubles none, and the log verifies", async () => {
  await using folder = await tempFolder();
  const [database, exported] = [`${folder.path}/kv.sqlite`, `${folder.path}/checkpoints.jsonl`];
  let acts = 0;
  const lives = APPEND_STEPS.flatMap((step) => [[step, 0], [step, 1]] as const)
    // There is one checkpoint a life.
    .filter(([step, times]) => times === 0 || /group|intents|line/.test(step));
  for (const [step, times] of lives) {
    await over(database, (db) => commitActs(db, ACTS, acts));
    acts += ACTS;
    await liveAndDie([database, exported, step, String(times)], step);
  }
  assert.match(await ended([database, exported, "", "0"]), /ended/);
  const entries = await over(database, storedEntries);
  assert.deepEqual(
    entries.map((text) => parseEntry(text)?.act),
    Array.from({ length: acts }, (_, i) => `act-${i}`),
  );
  const said: string[] = [];
  const args = [database, "--key", TEST_SIGNER.verifierKey, "--exported", exported];
  await main(args, (line: string) => said.push(line));
  assert.deepEqual(said.slice(-2), [`as exported: ${acts} entries`, "GOOD"]);
});

async function over<Value>(
  database: string,
  use: (db: ReturnType<typeof auditedDatabase>) => Promise<Value>,
): Promise<Value> {
  const db = await openDatabase(database);
  try {
    return await use(auditedDatabase(db));
  } finally {
    db.close();
  }
}

async function liveAndDie(args: string[], step: AppendStep): Promise<void> {
  const { signal, stderr } = await live(args);
  assert.equal(
    signal,
    "SIGKILL",
    `${step}: it ended by itself ${new TextDecoder().decode(stderr)}`,
  );
}

async function ended(args: string[]): Promise<string> {
  return new TextDecoder().decode((await live(args)).stdout);
}

function live(args: string[]): Promise<Deno.CommandOutput> {
  const script = new URL("../support/append-once.ts", import.meta.url).pathname;
  const all = ["run", "-A", "--no-check", script, ...args];
  return new Deno.Command(Deno.execPath(), { args: all }).output();
}
