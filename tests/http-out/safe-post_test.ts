// Calls to addresses that others have named, against an encrypted server on this machine that stands for the internet.
import assert from "node:assert/strict";
import { AttemptFailure, type Outcome } from "../../lib/resilience/attempt-failure.ts";
import type { Asked } from "../../lib/resilience/download.ts";
import { makeSafePost, type SafePostOptions, TargetRefused } from "../../lib/http-out/safe-post.ts";
import type { TargetFault } from "../../lib/http-out/target-rules.ts";
import { type EncryptedReceiver, encryptedReceiver } from "../support/encrypted-receiver.ts";

const NAME = "hooks.shop.se";
const HERE = "127.0.0.1";

/** A client to which this machine is outside, and names are what `names` says. */
function clientOf(
  receiver: EncryptedReceiver,
  names: Readonly<Record<string, readonly string[]>> = { [NAME]: [HERE] },
  more: Partial<SafePostOptions> = {},
) {
  const looked: string[] = [];
  const post = makeSafePost({
    // The server has a port of its own; the rules of ports have a test of their own.
    openHosts: [],
    mayCall: (address) => address === HERE,
    extraCertificates: [receiver.certificate.cert],
    lookUp(host) {
      looked.push(host);
      const found = names[host];
      return found === undefined ? Promise.reject(new Error("ENOTFOUND")) : Promise.resolve(found);
    },
    ...more,
  });
  const ask = (url: string, deadline = new AbortController().signal, maxBytes = 1_000) => {
    const asked: Asked = { gateway: "subscriber", label: "Subscriber", deadline };
    const headers = { "content-type": "application/json" };
    const question = { url, body: '{"a":"ö"}', headers, maxBytes };
    return post({ ...question, read: ({ status, text }) => `${status} ${text}` }, asked);
  };
  return { ask, looked };
}

/** An encrypted server; its port is free, so that its host is opened by name. */
async function aServer(names = `DNS:${NAME}`): Promise<EncryptedReceiver> {
  return await encryptedReceiver(names);
}

Deno.test("the connection goes to the address that was looked at, under the name that was asked for", async () => {
  await using receiver = await aServer();
  const host = `${NAME}:${receiver.port}`;
  const { ask, looked } = clientOf(receiver, { [NAME]: [HERE] }, { openHosts: [host] });
  assert.equal(await ask(`https://${host}/a%20b?c=1`), "200 ok");
  const [one = assert.fail()] = receiver.received;
  assert.deepEqual([one.method, one.path, one.name], ["POST", "/a%20b?c=1", NAME]);
  assert.equal(one.headers.host, host);
  assert.equal(new TextDecoder().decode(one.body), '{"a":"ö"}');
  assert.equal(one.headers["content-length"], "10");
  assert.deepEqual(looked, [NAME]);
});

Deno.test("a certificate for another name, and one of nobody we trust, are refused before a word is said", async () => {
  await using other = await aServer("DNS:other.shop.se");
  const host = `${NAME}:${other.port}`;
  const open = { openHosts: [host] };
  await fails("unreachable", clientOf(other, undefined, open).ask(`https://${host}/`));
  await using right = await aServer();
  const strange = `${NAME}:${right.port}`;
  const distrusting = { openHosts: [strange], extraCertificates: [] };
  await fails("unreachable", clientOf(right, undefined, distrusting).ask(`https://${strange}/`));
  assert.deepEqual([other.received.length, right.received.length], [0, 0]);
});

Deno.test("an address in place of a name needs a certificate for that address", async () => {
  await using named = await aServer();
  await using numbered = await aServer(`IP:${HERE}`);
  for (const [receiver, isRight] of [[named, false], [numbered, true]] as const) {
    const host = `${HERE}:${receiver.port}`;
    const { ask, looked } = clientOf(receiver, {}, { openHosts: [host] });
    const asking = ask(`https://${host}/`);
    if (isRight) assert.equal(await asking, "200 ok");
    else await fails("unreachable", asking);
    assert.deepEqual([receiver.received.length, looked.length], [isRight ? 1 : 0, 0]);
  }
});

Deno.test("a name that leads inside is not called, nor one of whose addresses one does", async () => {
  await using receiver = await aServer();
  const names = {
    "inside.shop.se": ["10.0.0.7"],
    "half.shop.se": [HERE, "169.254.169.254"],
    "mapped.shop.se": ["::ffff:10.0.0.1"],
    "broken.shop.se": ["not an address"],
  };
  const { ask } = clientOf(receiver, names);
  for (const name of Object.keys(names)) await refused("leads-inside", ask(`https://${name}/`));
  await refused("leads-inside", ask("https://10.0.0.7/"));
  await refused("not-https", ask(`http://${NAME}/`));
  await refused("other-port", ask(`https://${NAME}:${receiver.port}/`));
  assert.equal(receiver.connections(), 0);
});

Deno.test("a name that changes its mind is looked up once a question: what was looked at is what is called", async () => {
  await using inside = await aServer();
  const { port, certificate } = inside;
  await using outside = await encryptedReceiver(certificate, "127.0.0.2", port);
  const host = `${NAME}:${port}`;
  let lookups = 0;
  // First the one, from then on the other: whoever looked again before calling would be led to it.
  const lookUp = () => Promise.resolve([lookups++ === 0 ? "127.0.0.2" : HERE]);
  const { ask } = clientOf(inside, {}, {
    ...{ lookUp, openHosts: [host], mayCall: (address) => address === "127.0.0.2" },
  });
  assert.equal(await ask(`https://${host}/`), "200 ok");
  assert.deepEqual([lookups, outside.received.length, inside.connections()], [1, 1, 0]);
  // The next question sees where the name leads by now.
  await refused("leads-inside", ask(`https://${NAME}/`));
  assert.deepEqual([lookups, inside.connections()], [2, 0]);
});

Deno.test("of several addresses the next is tried when one does not connect, and only then", async () => {
  await using receiver = await aServer();
  const host = `${NAME}:${receiver.port}`;
  const names = { [NAME]: ["127.0.0.9", HERE] };
  const { ask } = clientOf(receiver, names, { openHosts: [host] });
  assert.equal(await ask(`https://${host}/`), "200 ok");
  receiver.answer = () => ({ status: 503 });
  const twice = { [NAME]: [HERE, HERE] };
  await fails("failing", clientOf(receiver, twice, { openHosts: [host] }).ask(`https://${host}/`));
  assert.equal(receiver.received.length, 2);
});

Deno.test("a redirect is an answer and leads nowhere", async () => {
  await using receiver = await aServer();
  const host = `${NAME}:${receiver.port}`;
  receiver.answer = () => ({ status: 302, headers: { location: `https://${host}/elsewhere` } });
  const { ask } = clientOf(receiver, undefined, { openHosts: [host] });
  assert.equal(await ask(`https://${host}/hook`), "302 ");
  assert.deepEqual(receiver.received.map(({ path }) => path), ["/hook"]);
});

Deno.test("no answer in time, an endless one, and one that asks for peace are failures of their own kind", async () => {
  await using receiver = await aServer();
  const host = `${NAME}:${receiver.port}`;
  const { ask } = clientOf(receiver, undefined, { openHosts: [host] });
  const over = new AbortController();
  receiver.answer = () => {
    over.abort();
    return null;
  };
  await fails("slow", ask(`https://${host}/`, over.signal));
  receiver.answer = () => ({ status: 200, body: "x".repeat(1_001) });
  await fails("unreadable", ask(`https://${host}/`));
  receiver.answer = () => ({ status: 429 });
  await fails("busy", ask(`https://${host}/`));
  receiver.answer = () => ({ status: 200, body: "x".repeat(1_000) });
  assert.equal((await ask(`https://${host}/`)).length, 1_004);
});

Deno.test("a name nobody knows, one without addresses, and a resolver that never answers are failures", async () => {
  await using receiver = await aServer();
  const { ask } = clientOf(receiver, { "empty.shop.se": [] });
  await fails("unreachable", ask("https://nobody.shop.se/"));
  await fails("unreachable", ask("https://empty.shop.se/"));
  const silent = clientOf(receiver, {}, { lookUp: () => new Promise(() => {}) });
  await fails("slow", silent.ask("https://silent.shop.se/", AbortSignal.abort()));
});

async function fails(outcome: Outcome, asking: Promise<unknown>): Promise<void> {
  await assert.rejects(asking, (error) => {
    assert(error instanceof AttemptFailure, String(error));
    assert.equal(error.outcome, outcome, String(error.cause));
    return true;
  });
}

async function refused(fault: TargetFault, asking: Promise<unknown>): Promise<void> {
  await assert.rejects(asking, (error) => {
    assert(error instanceof TargetRefused, String(error));
    assert.equal(error.fault, fault);
    return true;
  });
}
