// Whose events are taken: the cases Stripe's own library tests its signatures with.
import assert from "node:assert/strict";
import Stripe from "stripe";
import { readSignedEvent } from "../../lib/payments/stripe-event.ts";
import { signatureOf } from "../../scripts/local-stripe/webhooks.ts";

const SECRET = "whsec_test_secret";
const BODY = JSON.stringify({
  ...{ id: "evt_test_webhook", object: "event", type: "payment_intent.succeeded" },
  data: { object: { id: "pi_1", metadata: { payment: "P1" } } },
});
const NOW = 1_763_900_000;
const read = (signature: string, body = BODY, secrets = [SECRET]) =>
  readSignedEvent(body, signature, secrets, NOW * 1000);

Deno.test("an event that is signed with a secret of ours is read: which payment it is about", async () => {
  assert.deepEqual(await read(await signatureOf(BODY, SECRET, NOW)), {
    ...{ id: "evt_test_webhook", type: "payment_intent.succeeded", paymentId: "P1" },
    about: ["pi_1"],
  });
});

Deno.test("our signature of a body is that of Stripe's library", async () => {
  const { webhooks } = new Stripe("sk_none");
  const theirs = await webhooks.generateTestHeaderStringAsync({
    ...{ payload: BODY, secret: SECRET, timestamp: 1_700_000_000 },
    cryptoProvider: Stripe.createSubtleCryptoProvider(),
  });
  assert.equal(await signatureOf(BODY, SECRET, 1_700_000_000), theirs);
});

Deno.test("no signature, one of another scheme, of another body or secret, or of no time is nobody's", async () => {
  const good = await signatureOf(BODY, SECRET, NOW);
  const [time = "", mac = ""] = good.split(",");
  const cases: Record<string, string> = {
    "no header": "",
    "no elements": "I'm not even a real signature header",
    "no timestamp": mac,
    "no signature": time,
    "another scheme": `${time},${mac.replace("v1=", "v0=")}`,
    "another time": `t=${NOW - 1},${mac}`,
    "a time that is none": `t=soon,${mac}`,
    "cut off": good.slice(0, -1),
    "another secret": await signatureOf(BODY, "whsec_other", NOW),
    "another body": await signatureOf(`${BODY} `, SECRET, NOW),
  };
  for (const [name, header] of Object.entries(cases)) assert.equal(await read(header), null, name);
});

Deno.test("a signature holds for five minutes", async () => {
  assert.notEqual(await read(await signatureOf(BODY, SECRET, NOW - 290)), null);
  assert.equal(await read(await signatureOf(BODY, SECRET, NOW - 310)), null);
});

Deno.test("of several signatures one that is right is enough, and so it is of several secrets", async () => {
  const good = await signatureOf(BODY, SECRET, NOW);
  assert.notEqual(await read(`${good},v1=${"0".repeat(64)},v0=bad`), null);
  const next = await signatureOf(BODY, "whsec_next_secret", NOW);
  assert.notEqual(await read(next, BODY, [SECRET, "whsec_next_secret"]), null);
  assert.equal(await read(next, BODY, []), null);
});
