// Messages to browsers: encrypted for one of them and read by http_ece, signed as RFC 8292 has it, to an encrypted push
// service on this machine.
import assert from "node:assert/strict";
import { makeSafePost } from "../../lib/http-out/safe-post.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { pushSender } from "../../lib/push/push-gateway.ts";
import { vapidOf } from "../../lib/push/vapid.ts";
import { encryptedReceiver } from "../support/encrypted-receiver.ts";
import { keptLog } from "../support/kept-log.ts";
import { aBrowser } from "../support/push.ts";

const VAPID = vapidOf(new Uint8Array(32).fill(9), "https://avanti.example");
const CONTENT = {
  title: "Bilen är på väg",
  body: "Kim, Bil 07, ABC 123.",
  url: "https://avanti.example/bookings/secret",
  tag: "01KAMZ8N00AVANT1TESTQ0TE09",
};
const NOW = { ttlSeconds: 600.7, isUrgent: true };

async function aBench() {
  const service = await encryptedReceiver("DNS:push.shop.se");
  const host = `push.shop.se:${service.port}`;
  const dependencies = new Dependencies({ log: keptLog().log });
  const send = pushSender({
    vapid: VAPID,
    safePost: makeSafePost({
      openHosts: [host],
      lookUp: () => Promise.resolve(["127.0.0.1"]),
      extraCertificates: [service.certificate.cert],
    }),
    dependency: dependencies.open({ name: "push", label: "Push", mayRetry: false }),
  });
  return {
    ...{ service, send, origin: `https://${host}` },
    async [Symbol.asyncDispose]() {
      dependencies[Symbol.dispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a browser reads what was sent, nobody else does, and its service is told how long it counts", async () => {
  await using bench = await aBench();
  const browser = aBrowser(`${bench.origin}/send/abc`);
  bench.service.answer = () => ({ status: 201 });
  assert.equal(await bench.send(browser.subscription, CONTENT, NOW), "sent");
  const [{ headers, body, path } = assert.fail()] = bench.service.received;
  assert.deepEqual(browser.read(body), CONTENT);
  assert.throws(() => aBrowser(`${bench.origin}/send/abc`).read(body));
  assert.deepEqual(
    [path, headers.ttl, headers.urgency, headers.topic, headers["content-encoding"]],
    ["/send/abc", "600", "high", CONTENT.tag, "aes128gcm"],
  );
  assert(!new TextDecoder().decode(body).includes("Bil 07"));
});

Deno.test("who we are is signed for the service that is asked, and for no other, and ends", async () => {
  await using bench = await aBench();
  bench.service.answer = () => ({ status: 201 });
  await bench.send(aBrowser(`${bench.origin}/x`).subscription, CONTENT, NOW);
  const authorization = String(bench.service.received[0]?.headers.authorization);
  const [, token = ""] = /t=([^,\s]+)/.exec(authorization) ?? [];
  const [, key] = /k=([\w-]+)/.exec(authorization) ?? [];
  assert.equal(key, VAPID.publicKey);
  const [head = "", claims = "", signature = ""] = token.split(".");
  const bytes = (text: string) => Uint8Array.fromBase64(text, { alphabet: "base64url" });
  const said = JSON.parse(new TextDecoder().decode(bytes(claims)));
  assert.equal(said.aud, bench.origin);
  assert.equal(said.sub, "https://avanti.example");
  // The library goes by the machine's clock.
  const hours = (said.exp - Date.now() / 1_000) / 3_600;
  assert(hours > 0 && hours <= 24, "RFC 8292, 2: within a day");
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const verifyKey = await crypto.subtle.importKey("raw", bytes(VAPID.publicKey), curve, true, [
    "verify",
  ]);
  const signed = new TextEncoder().encode(`${head}.${claims}`);
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  assert(await crypto.subtle.verify(algorithm, verifyKey, bytes(signature), signed));
});

Deno.test("what a service answers says what becomes of a browser", async () => {
  const answers = { 201: "sent", 404: "gone", 410: "gone", 403: "refused", 413: "refused" };
  for (const [status, outcome] of Object.entries({ ...answers, 429: "later", 500: "later" })) {
    await using bench = await aBench();
    bench.service.answer = () => ({ status: Number(status) });
    const { subscription } = aBrowser(`${bench.origin}/x`);
    assert.equal(await bench.send(subscription, CONTENT, NOW), outcome, status);
  }
});

Deno.test("an address inside is never called, and long words fit into what a service takes", async () => {
  await using bench = await aBench();
  const inside = aBrowser("https://10.0.0.7/send").subscription;
  assert.equal(await bench.send(inside, CONTENT, NOW), "refused");
  bench.service.answer = () => ({ status: 201 });
  const browser = aBrowser(`${bench.origin}/x`);
  const long = { ...CONTENT, body: "å".repeat(10_000) };
  assert.equal(
    await bench.send(browser.subscription, long, { ttlSeconds: -5, isUrgent: false }),
    "sent",
  );
  const [{ body, headers } = assert.fail()] = bench.service.received;
  assert(body.length <= 4_096, "RFC 8030, 7.2");
  assert.deepEqual([headers.ttl, headers.urgency], ["1", "normal"]);
});
