import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { download, type Question } from "../../lib/resilience/download.ts";

/** Asks a server on this machine. */
async function ask(
  handler: (request: Request) => Response | Promise<Response>,
  options: Partial<Question<{ status: number; text: string }>> = {},
) {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  try {
    using client = Deno.createHttpClient({});
    const url = `http://127.0.0.1:${server.addr.port}/`;
    const deadline = new AbortController().signal;
    const question: Question<{ status: number; text: string }> = {
      ...{ url, timeoutMs: 2_000, maxBytes: 1_000, read: (answer) => answer },
      ...options,
    };
    return await download(question, { gateway: "map", label: "Map", deadline, client });
  } finally {
    await server.shutdown();
  }
}

function isFailure(retriable: boolean, message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GatewayError, String(error));
    assert.deepEqual([error.gateway, error.retriable], ["map", retriable]);
    assert.match(error.message, message);
    return true;
  };
}

Deno.test("download() sends its headers and gives status and text", async () => {
  let agent = "";
  const answer = await ask((request) => {
    agent = request.headers.get("user-agent") ?? "";
    return new Response("åäö", { status: 404 });
  }, { headers: { "user-agent": "Avanti" } });
  assert.deepEqual([agent, answer], ["Avanti", { status: 404, text: "åäö" }]);
});

Deno.test("download() posts a body as it is, and asks without one by GET", async () => {
  const seen: string[] = [];
  const handler = async (request: Request) => {
    seen.push(`${request.method} ${await request.text()}`);
    return new Response("ok");
  };
  await ask(handler, { body: "ett fel: åäö", headers: { "content-type": "text/plain" } });
  await ask(handler);
  assert.deepEqual(seen, ["POST ett fel: åäö", "GET "]);
});

Deno.test("download() tells how every answer begins, also one that is a failure", async () => {
  const heads: [number, string | null][] = [];
  const onHead: Question<unknown>["onHead"] = ({ status, headers }) =>
    heads.push([status, headers.get("retry-after")]);
  await ask(() => new Response("ok", { headers: { "retry-after": "1" } }), { onHead });
  const busy = () => new Response("", { status: 429, headers: { "retry-after": "17" } });
  await assert.rejects(ask(busy, { onHead }), isFailure(true, /^Map status 429$/));
  assert.deepEqual(heads, [[200, "1"], [429, "17"]]);
});

Deno.test("download() fails retriably when the service is down, asks for peace or is not there", async () => {
  for (const status of [500, 503, 429]) {
    await assert.rejects(
      ask(() => new Response("", { status })),
      isFailure(true, new RegExp(`^Map status ${status}$`)),
    );
  }
  await assert.rejects(
    ask(() => new Response(""), { url: "http://127.0.0.1:9" }),
    isFailure(true, /not reachable/),
  );
});

Deno.test("download() reads no more than it may", async () => {
  assert.equal((await ask(() => new Response("x".repeat(1_000)))).text.length, 1_000);
  await assert.rejects(
    ask(() => new Response("x".repeat(1_001))),
    isFailure(false, /1000 bytes/),
  );
});

Deno.test("download() follows no redirect", async () => {
  const handler = ({ url }: Request) => Response.redirect(new URL("/elsewhere", url));
  await assert.rejects(ask(handler), isFailure(true, /not reachable/));
});
