import assert from "node:assert/strict";
import {
  announceDemoLinks,
  announceOnSignal,
  announceServerLink,
} from "../../lib/accounts/announce-links.ts";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { isAdmin, staffRoles } from "../../lib/accounts/person-rules.ts";
import { STAFF_ROLES } from "../../lib/accounts/role.ts";
import { operatorOfSession } from "../../lib/accounts/session-rules.ts";
import { signInByLink } from "../../lib/accounts/sign-in-by-link.ts";
import { demoPeople } from "../../scripts/demo/demo-people.ts";
import { useLink } from "../support/operator.ts";
import { keptLog } from "../support/kept-log.ts";
import { testServices } from "../support/services.ts";

const tokensIn = (lines: readonly string[]) =>
  lines.flatMap((text) => text.split("\n")).flatMap((line) =>
    /\/enter\/([A-Za-z0-9_-]{43})$/.exec(line)?.[1] ?? []
  );

Deno.test("announceServerLink() writes a link that asks who comes in: an admin from then on", async () => {
  await using test = await testServices();
  const lines: string[] = [];
  await announceServerLink(test.services, "http://localhost:8000", (line) => lines.push(line));
  const [token = ""] = tokensIn(lines);
  const nobody = await useLink(test.services, token);
  assert.deepEqual(nobody, { ok: false, reason: "unknown" });
  assert.equal((await lookAtLink(test.services, token)).state, "usable");
  const keeper = { name: "Maja Ek", email: "maja@taxi.example", locale: "sv" } as const;
  const answer = await signInByLink(test.services, {
    token,
    formerSessionId: null,
    origin: UNKNOWN_ORIGIN,
    keeper,
  });
  assert(answer.ok);
  assert.equal(operatorOfSession(answer.begun)?.operatorName, "Maja Ek");
  assert.equal(isAdmin(answer.begun.person), true);
});

Deno.test("announceDemoLinks() writes a link for each person, which lets in that person alone", async () => {
  await using test = await testServices();
  const lines: string[] = [];
  const people = await demoPeople(test.services);
  assert.deepEqual(await demoPeople(test.services), people, "they join once");
  const to = { origin: "http://localhost:8000", people };
  await announceDemoLinks(test.services, to, (line) => lines.push(line));
  const entered = [];
  for (const token of tokensIn(lines)) {
    const answer = await useLink(test.services, token);
    entered.push(answer.ok ? answer.begun.person.id : answer.reason);
  }
  assert.deepEqual(entered, people.map(({ id }) => id));
  assert.deepEqual(new Set(people.flatMap(staffRoles)), new Set(STAFF_ROLES));
});

Deno.test({
  name: "SIGUSR2 makes the running server announce another link, until it stops",
  ignore: Deno.build.os === "windows",
  async fn() {
    const stop = new AbortController();
    let announced = 0;
    const heard = Promise.withResolvers<void>();
    announceOnSignal({ log: keptLog().log }, () => {
      announced++;
      heard.resolve();
      return Promise.resolve();
    }, stop.signal);
    // A signal listener alone does not keep a process running.
    const alive = setInterval(() => {}, 1_000);
    Deno.kill(Deno.pid, "SIGUSR2");
    await heard.promise;
    clearInterval(alive);
    stop.abort();
    assert.equal(announced, 1);
  },
});
