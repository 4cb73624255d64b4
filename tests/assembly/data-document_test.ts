// docs/data.md says of every key family what the registry says: who reads it may rely on it.
import assert from "node:assert/strict";
import { KEY_FAMILIES, KEY_ROOMS } from "../../lib/assembly/key-registry.ts";
import type { AnyFamily, Kept } from "../../lib/kv/family.ts";
import { ROOT } from "../support/module-graph.ts";

const HOUR_MS = 60 * 60_000;

Deno.test("the table of docs/data.md is true: family, room, class, subject, how long, version", async () => {
  const text = await Deno.readTextFile(`${ROOT}docs/data.md`);
  assert.deepEqual(tableOf(text), expectedRows());
  for (const { holds, name } of cellsOf(text)) assert.notEqual(holds, "", `${name} holds what?`);
});

Deno.test("tableOf() sees a planted lie in every column, and a row that is gone", () => {
  const line = "| `feed` | kv | what happened | C3 | customer | 48 h by age | 1 |";
  const truth = tableOf(line);
  assert.deepEqual(truth, ["feed | kv | C3 | customer | 48 h by age | 1"]);
  const lies = ["`feeds`", "| kvs", "C2", "nobody", "49 h", "2 |"];
  ["`feed`", "| kv", "C3", "customer", "48 h", "1 |"].forEach((true_, i) => {
    assert.notDeepEqual(tableOf(line.replace(true_, lies[i] ?? "")), truth, true_);
  });
  assert.notDeepEqual(tableOf(""), truth);
});

function expectedRows(): string[] {
  const roomOf = (family: AnyFamily) =>
    Object.entries(KEY_ROOMS).find(([, families]) => Object.values(families).includes(family))?.[0];
  return KEY_FAMILIES.map((family) => {
    const { name, privacy, subject, kept, stored } = family;
    return [name, roomOf(family), privacy, subject, keptWords(kept), stored?.version ?? 1].join(
      " | ",
    );
  });
}

function keptWords(kept: Kept): string {
  switch (kept.until) {
    case "expiry":
      return kept.atMostMs < HOUR_MS
        ? `${kept.atMostMs / 60_000} min at most`
        : `${kept.atMostMs / HOUR_MS} h at most`;
    case "age":
      return `${kept.ms / HOUR_MS} h by age`;
    case "done":
      return "until done";
    case "rule":
      return `by the rule ${kept.rule}`;
    case "erased":
      return "until erased";
  }
}

/** The rows without what they hold, which only a person can tell. */
function tableOf(text: string): string[] {
  return cellsOf(text).map(({ name, rest: [room, ...rest] }) => [name, room, ...rest].join(" | "));
}

function cellsOf(text: string): { name: string; holds: string; rest: string[] }[] {
  return text.split("\n").filter((line) => line.startsWith("| `")).map((line) => {
    const [name = "", room = "", holds = "", ...rest] = line.split("|").slice(1, -1)
      .map((cell) => cell.trim());
    return { name: name.replaceAll("`", ""), holds, rest: [room, ...rest] };
  });
}
