// Key-encryption keys from a service over HTTP: how it is asked, what is believed of its answers.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { httpKms } from "../../lib/security/kms-gateway.ts";
import { SERVED_KEYS } from "../support/faults/key-rows.ts";
import { keptLog } from "../support/kept-log.ts";

Deno.test("it is asked with the token, and what it says is read bare or as a secret of Vault", async () => {
  for (const said of [SERVED_KEYS, { data: { data: SERVED_KEYS, metadata: { version: 7 } } }]) {
    const { keys, requests } = await ask(() => Response.json(said));
    assert.deepEqual([keys?.current, [...keys?.keys.keys() ?? []]], [2, [1, 2]]);
    assert.equal(keys?.keys.get(2)?.toBase64(), SERVED_KEYS.keys[2]);
    assert.deepEqual(requests, ["GET Bearer t0ken"]);
  }
});

Deno.test("an answer that is none is a named failure that says what to do, without a word of it", async () => {
  const secret = SERVED_KEYS.keys[1];
  const answers: readonly [answer: () => Response, why: RegExp][] = [
    [() => new Response(secret, { status: 401 }), /it does not know AVANTI_KMS_TOKEN/],
    [() => new Response(secret, { status: 404 }), /status 404/],
    [() => new Response(secret, { status: 503 }), /status 503/],
    [() => new Response(secret), /not understood \(no JSON\)/],
    [() => Response.json({ ...SERVED_KEYS, current: 3 }), /the current version 3 is not among/],
    [() => Response.json({ data: { data: { current: 1 } } }), /not understood \(keys: /],
    [() => new Response(secret.repeat(3_000)), /more than 65536 bytes/],
    [() => Response.redirect("http://127.0.0.1:1/", 302), /not reachable/],
  ];
  for (const [answer, why] of answers) {
    const { error } = await ask(answer);
    assert(error instanceof GatewayError, String(error));
    assert.equal(error.gateway, "kms");
    assert.match(error.message, why);
    assert.match(error.message, /^The key-encryption keys cannot be had from 127\.0\.0\.1:\d+: /);
    assert.match(error.message, /Bring it up, or set AVANTI_KMS_URL and AVANTI_KMS_TOKEN right/);
    for (const hidden of [secret.slice(0, 20), "t0ken"]) {
      assert.equal(`${error.message}${error.stack}`.includes(hidden), false);
    }
  }
});

/** Asks once a service that answers so. */
async function ask(answer: () => Response) {
  const requests: string[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    ({ method, headers }) => {
      requests.push(`${method} ${headers.get("authorization")}`);
      return answer();
    },
  );
  using dependencies = new Dependencies({ log: keptLog().log });
  const dependency = dependencies.open({ name: "kms", label: "KMS", mayRetry: false });
  const url = `http://127.0.0.1:${server.addr.port}/keys`;
  try {
    return { keys: await httpKms({ url, token: "t0ken", dependency }).keys(), requests };
  } catch (error) {
    return { error, requests };
  }
}
