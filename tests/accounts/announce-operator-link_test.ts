import assert from "node:assert/strict";
import {
  announceOnSignal,
  announceOperatorLink,
} from "../../lib/accounts/announce-operator-link.ts";
import { linkState } from "../../lib/accounts/one-time-link.ts";
import { signIn } from "../../lib/accounts/sign-in.ts";
import { keptLog } from "../support/kept-log.ts";
import { testServices } from "../support/services.ts";

Deno.test("announceOperatorLink() writes a link that works", async () => {
  await using test = await testServices();
  const lines: string[] = [];
  await announceOperatorLink(test.services, "http://localhost:8000", (line) => lines.push(line));
  const [, token = ""] = /\/enter\/([A-Za-z0-9_-]{43})$/.exec(lines[0] ?? "") ?? [];
  assert.equal(await linkState(test.services, token), "usable");
  const answer = await signIn(test.services, { token, formerSessionId: null });
  // Whom histories name until accounts exist.
  assert.equal(answer.ok && answer.session.operatorName, "Operatör");
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
