// Requests as bytes on a socket: what no client library sends, and proxies and servers read differently.
import assert from "node:assert/strict";
import { testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

/** One answer to the bytes: its status, head and body. */
async function answerTo(port: number, lines: readonly string[], body = "") {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const head = [...lines, `host: 127.0.0.1:${port}`, "connection: close", "", ""].join("\r\n");
  await connection.write(new TextEncoder().encode(head + body));
  const text = await readAll(connection);
  const [top = "", ...rest] = text.split("\r\n\r\n");
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(top)?.[1]), head: top, body: rest.join("") };
}

/** What comes until the server is done with the connection; one that is reset has been answered. */
async function readAll(connection: Deno.Conn): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const bytes of connection.readable) text += decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.ConnectionReset)) throw error;
  }
  return text;
}

/** The product on a port of its own. */
async function served() {
  const test = await testServices();
  const app = await testApp(test.services);
  let requests = 0;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    requests++;
    return app(request);
  });
  return {
    port: server.addr.port,
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await test[Symbol.asyncDispose]();
    },
  };
}

Deno.test("TRACE, CONNECT and methods nobody has heard of are refused, and nothing of the request comes back", async () => {
  await using server = await served();
  for (const method of ["TRACE", "TRACK", "DEBUG", "BREW", "PROPFIND", "PATCH", "trace"]) {
    for (const path of ["/", "/api/quotes", "/styles.css", "/livez"]) {
      const { status, head, body } = await answerTo(server.port, [
        `${method} ${path} HTTP/1.1`,
        "x-secret: echo-of-a-secret",
      ]);
      assert.equal(status, 405, `${method} ${path}`);
      assert.match(head, /\r\nallow: [A-Z, ]*GET|\r\nallow: POST/i, `${method} ${path}`);
      assert.doesNotMatch(head + body, /echo-of-a-secret/, `${method} ${path}`);
    }
  }
  assert.equal((await answerTo(server.port, ["CONNECT evil.example:443 HTTP/1.1"])).status, 400);
});

Deno.test("a length beside a transfer coding, two lengths and other codings are refused; no second request gets through", async () => {
  await using server = await served();
  const smuggled = "GET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n";
  const kinds: readonly (readonly string[])[] = [
    ["content-length: 5", "transfer-encoding: chunked"],
    ["transfer-encoding: chunked", "content-length: 5"],
    ["content-length: 5", "content-length: 6"],
    ["content-length: 5", "content-length: 5"],
    ["content-length: +5"],
    ["transfer-encoding: xchunked"],
    ["transfer-encoding: chunked, identity"],
    ["transfer-encoding : chunked"],
  ];
  for (const lines of kinds) {
    const before = server.requests();
    const type = "content-type: application/json";
    const sent = ["POST /api/quotes HTTP/1.1", type, ...lines];
    const answer = await answerTo(server.port, sent, `0\r\n\r\n${smuggled}`);
    assert.equal(answer.status, 400, lines.join());
    assert.ok(server.requests() - before <= 1, lines.join());
    assert.doesNotMatch(answer.body, /HTTP\/1\.1/, lines.join());
  }
});

Deno.test("headers beyond what is taken are refused: too many, and too large", async () => {
  await using server = await served();
  const some = (count: number) => Array.from({ length: count }, (_, i) => `x-${i}: y`);
  const asked = "GET /api/places?q=g HTTP/1.1";
  assert.equal((await answerTo(server.port, [asked, ...some(40)])).status, 200);
  assert.equal((await answerTo(server.port, [asked, ...some(90)])).status, 431);
  assert.equal((await answerTo(server.port, [asked, ...some(1_000)])).status, 400);
  assert.equal((await answerTo(server.port, [asked, `x: ${"y".repeat(100_000)}`])).status, 400);
});
