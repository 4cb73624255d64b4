// Who is seen out of an open board, whichever process blocked them or signed them out.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { KvSessionStore } from "../../lib/accounts/session-store.ts";
import { lostSessions } from "../../lib/board/lost-sessions.ts";
import { streamsOf } from "../support/board-streams.ts";
import { EventReader } from "../support/event-reader.ts";
import { anOperator, aPerson } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("a board closes when another process blocks its operator, or signs them out", async () => {
  await using test = await testServices();
  const { services } = test;
  // What the other process does reaches this one by the feed alone.
  const sessions = new KvSessionStore(services.db, services.clock);
  const streams = streamsOf(services);
  await aPerson(services, "Amir");
  const [karin, sara] = [await anOperator(services, "Karin"), await anOperator(services, "Sara")];
  const [hers, others] = [karin, sara].map(({ session }) =>
    new EventReader(streams.open(session, null))
  );
  for (const reader of [hers, others]) await reader?.nextOf("beat");
  const block = { id: karin.session.personId, command: { type: "block", reason: "" } } as const;
  await changePerson({ ...services, sessions }, block, { kind: "server" });
  assert.equal(await hers?.nextOf("booking"), null);
  assert.equal(streams.count, 1, "the other board stays open");
  await sessions.end(sara.session.id);
  assert.equal(await others?.nextOf("booking"), null);
});

Deno.test("who signed out, was blocked or is no longer of the staff is lost, who works on is not", async () => {
  await using test = await testServices();
  const { services } = test;
  const [karin, sara] = [await anOperator(services, "Karin"), await anOperator(services, "Sara")];
  const ids = new Set([karin.session.id, sara.session.id, "unknown"]);
  assert.deepEqual(await lostSessions(services.sessions, ids), new Set(["unknown"]));
  await services.sessions.end(sara.session.id);
  assert.deepEqual(
    await lostSessions(services.sessions, ids),
    new Set([sara.session.id, "unknown"]),
  );
});
