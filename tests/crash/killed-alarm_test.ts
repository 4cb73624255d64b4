// A process is killed when an alarm has arrived and before it can write that down: the next one sends it again under the
// same id and with the same words, so that its receiver knows it, and then no more.
import assert from "node:assert/strict";
import { type AlarmReceiver, alarmReceiver } from "../support/alarm-receiver.ts";
import { tempFolder } from "../support/databases.ts";

Deno.test("an alarm of a process that was killed while it was sent arrives again under the same id, and once", async () => {
  await using folder = await tempFolder();
  await using receiver = alarmReceiver();
  const database = `${folder.path}/kv.sqlite`;
  const run = (now: string, first = "") => start(database, receiver, now, first);

  const killed = run("2026-11-23T05:00:00Z", "first");
  receiver.answer = () => {
    killed.kill("SIGKILL");
    return new Response("ok");
  };
  assert.equal((await killed.status).signal, "SIGKILL", "it ended by itself");
  assert.equal(receiver.received.length, 1);

  receiver.answer = () => new Response("ok");
  // Within the lease of the dead process nobody sends; after it one does.
  for (const now of ["2026-11-23T05:01:00Z", "2026-11-23T05:02:00Z", "2026-11-23T05:30:00Z"]) {
    assert.equal((await run(now).status).code, 0);
  }
  const [one, again, ...more] = receiver.received;
  assert.deepEqual(more, []);
  assert.equal(again?.headers.get("webhook-id"), one?.headers.get("webhook-id"));
  assert.equal(again?.body, one?.body);
});

function start(database: string, { origin }: AlarmReceiver, now: string, first: string) {
  const script = new URL("../support/alarm-once.ts", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, database, origin, now, first],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}
