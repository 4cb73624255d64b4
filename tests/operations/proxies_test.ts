// The proxies of ops/, as they are shipped, in front of the product: pages, forms, live updates, slow and greedy
// clients, restarts.
import assert from "node:assert/strict";
import { aCustomer, freePort, startProduction } from "../support/production-server.ts";
import {
  isInstalled,
  PROXIES,
  type Proxy,
  type ProxyName,
  startProxy,
} from "../support/proxies.ts";
import { restartUnderLoad } from "../support/restarts.ts";

const RESTARTS = 5;
const HUGE_BYTES = 300 * 1024 * 1024;

for (const name of PROXIES) {
  proxyTest(
    name,
    "passes on who asks and by which name, whatever the client says of itself",
    async () => {
      const [port, upstream] = [freePort(), freePort()];
      let seen = new Headers();
      await using _ = serving(upstream, ({ headers }) => {
        seen = headers;
        return new Response("fine");
      });
      await using proxy = await startProxy(name, { port, upstream });
      const headers = { "x-forwarded-for": "203.0.113.9", "accept-encoding": "identity" };
      assert.equal(await (await proxy.ask("/", { headers })).text(), "fine");
      assert.equal(seen.get("x-forwarded-for"), "127.0.0.1");
      assert.equal(seen.get("host"), `localhost:${port}`);
      assert.equal(seen.get("accept-encoding"), "identity");
    },
  );

  proxyTest(
    name,
    "serves pages, forms and live updates, and cuts off who sends slowly or too much",
    async () => {
      const [port, upstream] = [freePort(), freePort()];
      const origin = `https://localhost:${port}`;
      await using server = await startProduction({
        ...{ origin, port: upstream, env: { AVANTI_PROXIES: "1" } },
      });
      await using proxy = await startProxy(name, { port, upstream });
      await assertServes(proxy, origin);
      await assertLive(proxy, origin);
      await assertCutsSlow(proxy);
      await assertRefusesHuge(proxy);
      assert.doesNotMatch(server.said(), /"status":500/);
    },
  );
}

proxyTest(
  "caddy",
  "holds every request while the process restarts: no page and no booking fails",
  async () => {
    const [port, upstream] = [freePort(), freePort()];
    const origin = `https://localhost:${port}`;
    await using server = await startProduction({
      ...{ origin, port: upstream, env: { AVANTI_PROXIES: "1" } },
    });
    await using proxy = await startProxy("caddy", { port, upstream });
    const ask: typeof server.ask = (path, init) => proxy.ask(path, init);
    const figures = await restartUnderLoad([server], {
      ...{ ask, customer: aCustomer(ask, origin), restarts: RESTARTS, nowMs: () => 0 },
    });
    const { restarts, pages, bookings, streams, turnedAway, failures } = figures;
    console.info(
      `${restarts} restarts, ${pages} pages (${turnedAway} turned away for a moment), ` +
        `${bookings} bookings, ${streams} streams, ${failures.length} failed`,
    );
    assert.deepEqual(failures, []);
    assert(streams > 0, "no stream ended with its server");
  },
);

Deno.test("nginx says in a sentence that the process restarts, and when to come again", async () => {
  if (!await isInstalled("nginx")) return console.warn("Left out: nginx is not installed.");
  await using proxy = await startProxy("nginx", { port: freePort(), upstream: freePort() });
  const answer = await proxy.ask("/");
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get("retry-after"), "5");
  assert.match(await answer.text(), /Försök igen.*try again/);
});

function proxyTest(name: ProxyName, title: string, run: () => Promise<void>): void {
  Deno.test(`${name} ${title}`, async () => {
    if (!await isInstalled(name)) return console.warn(`Left out: ${name} is not installed.`);
    await run();
  });
}

function serving(port: number, answer: (request: Request) => Response): AsyncDisposable {
  const server = Deno.serve({ hostname: "127.0.0.1", port, onListen: () => {} }, answer);
  return { [Symbol.asyncDispose]: () => server.shutdown() };
}

async function assertServes(proxy: Proxy, origin: string): Promise<void> {
  const home = await proxy.ask("/?lang=en");
  assert.equal(home.status, 200);
  assert.match(await home.text(), /<\/html>$/);
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  const form = await proxy.ask("/bookings/find", { method: "POST", headers, body: "code=&phone=" });
  assert.equal(form.status, 422);
  assert.match(await form.text(), /<form/);
}

/** The first words of a ticket's stream come at once, and as they are. */
async function assertLive(proxy: Proxy, origin: string): Promise<void> {
  const customer = aCustomer((path, init) => proxy.ask(path, init), origin);
  const booked = await customer.book(await customer.quote());
  const { link } = await booked.json();
  const headers = { "accept-encoding": "gzip, br", accept: "text/event-stream" };
  const stream = await proxy.ask(`/api/bookings/${link}/events`, { headers });
  assert.equal(stream.status, 200);
  assert.equal(stream.headers.get("content-encoding"), null);
  const reader = stream.body?.getReader();
  const { value } = await reader?.read() ?? {};
  assert.match(new TextDecoder().decode(value), /^(event|data|retry|id|:)/);
  await reader?.cancel();
}

async function assertCutsSlow(proxy: Proxy): Promise<void> {
  using connection = await proxy.connect();
  await connection.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
  assert.doesNotMatch(await allFrom(connection), /^HTTP\/1\.1 200/);
}

/** The answer comes before the body does. */
async function assertRefusesHuge(proxy: Proxy): Promise<void> {
  using connection = await proxy.connect();
  const head = "POST /quotes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${HUGE_BYTES}\r\n\r\n`;
  await connection.write(new TextEncoder().encode(head));
  await connection.write(new Uint8Array(512 * 1024));
  assert.match(await allFrom(connection), /^HTTP\/1\.1 413 /);
}

/** What comes until the other side ends the connection. */
async function allFrom(connection: Deno.TlsConn): Promise<string> {
  const decoder = new TextDecoder();
  const part = new Uint8Array(16_384);
  let text = "";
  try {
    for (let length; (length = await connection.read(part)) !== null;) {
      text += decoder.decode(part.subarray(0, length), { stream: true });
    }
  } catch (error) {
    // Cut without a word of farewell.
    if (
      !(error instanceof Deno.errors.UnexpectedEof || error instanceof Deno.errors.ConnectionReset)
    ) throw error;
  }
  return text;
}
