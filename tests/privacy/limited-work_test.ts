// What a restriction and an objection do stands in one table, and nothing is done with anybody's data beside it: every
// purpose, job, reader, round and message has its line, and what stops asks.
import assert from "node:assert/strict";
import {
  ASKED_IN,
  JOB_PURPOSES,
  READER_PURPOSES,
  ROUND_PURPOSES,
  TOPIC_PURPOSES,
} from "../support/limited-work.ts";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { roomWork } from "../../lib/assembly/work.ts";
import { TOPIC_RULES } from "../../lib/messages/message-rules.ts";
import { LIMIT_RULES } from "../../lib/privacy/limit-rules.ts";
import { PURPOSE_NAMES, purposeOf, PURPOSES } from "../../lib/privacy/purposes.ts";
import { ROOT } from "../support/module-graph.ts";
import { testServices } from "../support/services.ts";

Deno.test("every job, reader, round and message serves a purpose of the list, or is nobody's", async () => {
  await using test = await testServices();
  const work = roomWork(test.services);
  const jobs = work.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name));
  const readers = work.flatMap(({ readers = [] }) => readers.map(({ name }) => name));
  const rounds = work.flatMap(({ rounds = [] }) => rounds.map(({ name }) => name));
  assert.deepEqual(unlined(jobs, JOB_PURPOSES), []);
  assert.deepEqual(unlined(readers, READER_PURPOSES), []);
  assert.deepEqual(unlined(rounds, ROUND_PURPOSES), []);
  assert.deepEqual(unlined(Object.keys(TOPIC_RULES), TOPIC_PURPOSES), []);
});

Deno.test("a job nobody has given a purpose is named, and a line without its job", () => {
  assert.deepEqual(unlined(["send-alarm", "planted"], { "send-alarm": "faults", old: "rides" }), [
    "planted",
    "old",
  ]);
});

Deno.test("every purpose has its row; what rests on our interest can be objected to, and nothing else but direct messages", () => {
  assert.deepEqual(Object.keys(LIMIT_RULES).sort(), [...PURPOSE_NAMES].sort());
  for (const { name, basis } of PURPOSES) {
    const { objected } = LIMIT_RULES[name];
    const mayObject = basis === "legitimate-interest" || name === "reminders";
    assert.equal(objected !== "not-open", mayObject, name);
  }
});

Deno.test("whatever a limit stops asks the port in a file that is named, and nothing else is named", async () => {
  const stopped = PURPOSE_NAMES.filter((name) => {
    const { restricted, objected } = LIMIT_RULES[name];
    return restricted === "stops" || restricted === "new-consent" || objected === "stops";
  });
  assert.deepEqual(Object.keys(ASKED_IN).sort(), [...stopped].sort());
  for (const path of Object.values(ASKED_IN).flat()) {
    assert.match(await Deno.readTextFile(ROOT + path), /\blimits\.(mayUse|mayUseOf|ridesOutOf)\(/);
  }
});

Deno.test("a message the ride can do without serves what a restriction stops, and no other does", () => {
  for (const [topic, { isNeeded }] of Object.entries(TOPIC_RULES)) {
    const purpose = purposeOf(TOPIC_PURPOSES[topic as keyof typeof TOPIC_PURPOSES]);
    assert.equal(purpose?.basis === "consent", !isNeeded, topic);
  }
});

Deno.test("every family of personal data serves a purpose of the table", () => {
  const served = new Set(PURPOSES.flatMap(({ families }) => families));
  const personal = KEY_FAMILIES.filter(({ subject }) => subject !== "nobody");
  assert.deepEqual(personal.filter(({ name }) => !served.has(name)).map(({ name }) => name), []);
});

/** Names without a line, then lines without a name. */
function unlined(names: readonly string[], lines: Readonly<Record<string, unknown>>): string[] {
  return [
    ...names.filter((name) => !Object.hasOwn(lines, name)),
    ...Object.keys(lines).filter((line) => !names.includes(line)),
  ];
}
