// What each kind of cache is asked, and which answers count as done.
import assert from "node:assert/strict";
import { EDGE_KINDS, type EdgeKind, edgePurger } from "../../lib/edge/purge-gateway.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import type { Question } from "../../lib/resilience/download.ts";

/** A cache that answers `answer`, and what it was asked. */
function asked(kind: EdgeKind, answer: { status: number; text: string } | undefined) {
  const questions: { url: string; body?: string | undefined; headers: unknown }[] = [];
  const dependency = {
    ask<Read>({ url, body, headers, read }: Question<Read>): Promise<Read | undefined> {
      questions.push({ url, body, headers });
      return Promise.resolve(answer === undefined ? undefined : read(answer));
    },
  };
  const purger = edgePurger({
    kind,
    url: "https://edge.example/purge",
    token: "t0ken",
    dependency,
  });
  return { purger, questions };
}

Deno.test("each kind is asked in its own words", async () => {
  const expected: Record<EdgeKind, { body: string; headers: unknown }> = {
    varnish: { body: "", headers: { "surrogate-key": "tariff places" } },
    fastly: { body: "", headers: { "fastly-key": "t0ken", "surrogate-key": "tariff places" } },
    cloudflare: {
      body: '{"tags":["tariff","places"]}',
      headers: { authorization: "Bearer t0ken", "content-type": "application/json" },
    },
  };
  for (const kind of EDGE_KINDS) {
    const { purger, questions } = asked(kind, { status: 200, text: '{"success": true}' });
    await purger.purge(["tariff", "places"]);
    assert.deepEqual(questions, [{ url: "https://edge.example/purge", ...expected[kind] }]);
    assert.equal(purger.host, "edge.example");
  }
});

Deno.test("a refusal, a false success and a cache that is left alone are failures", async () => {
  const answers = [undefined, { status: 403, text: "" }, { status: 404, text: "" }];
  for (const kind of EDGE_KINDS) {
    for (const answer of answers) {
      await assert.rejects(asked(kind, answer).purger.purge(["day"]), GatewayError, kind);
    }
  }
  const said = asked("cloudflare", { status: 200, text: '{"success":false}' });
  await assert.rejects(said.purger.purge(["day"]), GatewayError);
});
