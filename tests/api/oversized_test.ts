// Three hundred megabytes to each route of a real server: refused, not kept, and the next customer is served.
import { ROOT } from "../support/module-graph.ts";
import assert from "node:assert/strict";
import { TextLineStream } from "../support/text-lines.ts";
import { apiRouteFiles } from "../support/api-route-files.ts";
import { type ApiCase } from "../support/api-routes.ts";

const BODY_BYTES = 300 * 1024 * 1024;
/** Bytes of one write; the same bytes each time, so that the client's memory stays out of the picture. */
const PART = new Uint8Array(256 * 1024).fill(0x20);
/** What the server may grow by over all routes, in bytes. */
const MAX_GROWTH = 64 * 1024 * 1024;

const files = await apiRouteFiles();

Deno.test(`300 MB to each of ${files.length} routes, with a length and in chunks, are refused without being kept`, async () => {
  await using server = await startServer();
  assert.deepEqual(server.cases.map((one) => one.file).sort(), files);
  const before = await residentBytes(server.pid);
  let peak = before;
  for (const one of server.cases) {
    for (const framing of ["content-length", "chunked"] as const) {
      const answer = await send(server.port, one, framing);
      peak = Math.max(peak, await residentBytes(server.pid));
      const context = `${one.file}, ${framing}: ${answer.head.split("\r\n")[0]}`;
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer.head)?.[1]);
      assert(status >= 400 && status < 500, context);
      const readsBodies = one.method === "POST" || framing === "content-length";
      if (readsBodies) assert.equal(status, 413, context);
      assert.match(answer.head, /content-type: application\/problem\+json/i, context);
      assert(answer.sentBytes < BODY_BYTES, `${context}: the server took all of it`);
    }
  }
  const growth = peak - before;
  assert(growth < MAX_GROWTH, `grew by ${Math.round(growth / 1024 / 1024)} MiB`);
  const response = await fetch(`http://127.0.0.1:${server.port}/api/places?q=landvetter`);
  assert.equal(response.status, 200);
  await response.body?.cancel();
});

interface Server extends AsyncDisposable {
  port: number;
  pid: number;
  cases: ApiCase[];
}

async function startServer(): Promise<Server> {
  const script = new URL("../support/api-server.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `--lock=${ROOT}tests/deno.lock`, script],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  const reader = lines.getReader();
  // A build may say something before the server does.
  let line = await reader.read();
  while (!line.done && !line.value.startsWith("{")) line = await reader.read();
  const { port, cases } = JSON.parse(line.value ?? "null");
  return {
    port,
    cases,
    pid: child.pid,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await reader.cancel();
      await child.status;
    },
  };
}

/** Sends up to 300 MB and stops at the answer, at a refusal to take more, or at the end. */
async function send(
  port: number,
  one: ApiCase,
  framing: "content-length" | "chunked",
): Promise<{ head: string; sentBytes: number }> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const headers = Object.entries(one.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = framing === "chunked"
    ? "transfer-encoding: chunked\r\n"
    : `content-length: ${BODY_BYTES}\r\n`;
  // A route that reads no bodies is sent one all the same: by a method it does not take.
  const head = `POST ${one.path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${
    headers.join("")
  }${length}\r\n`;
  const answer = readHead(connection);
  let sentBytes = 0;
  let isAnswered = false;
  void answer.then(() => isAnswered = true);
  const part = framing === "chunked" ? chunk(PART) : PART;
  try {
    await writeAll(connection, new TextEncoder().encode(head));
    while (sentBytes < BODY_BYTES && !isAnswered) {
      await writeAll(connection, part);
      sentBytes += PART.length;
      // A server that takes more than it may grow by, and says nothing, has failed already.
      if (sentBytes > MAX_GROWTH && !isAnswered) connection.close();
    }
  } catch {
    // The server has closed: it takes no more. What it said stands in the answer.
  }
  const text = await answer;
  try {
    connection.close();
  } catch {
    // Closed by the other side.
  }
  return { head: text, sentBytes };
}

function chunk(bytes: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${bytes.length.toString(16)}\r\n`);
  return Uint8Array.from([...head, ...bytes, 13, 10]);
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}

async function readHead(connection: Deno.Conn): Promise<string> {
  const buffer = new Uint8Array(16 * 1024);
  let text = "";
  try {
    while (!text.includes("\r\n\r\n")) {
      const count = await connection.read(buffer);
      if (count === null) break;
      text += new TextDecoder().decode(buffer.subarray(0, count));
    }
  } catch {
    // Reset after the answer, or before it: then the text is empty and the test says so.
  }
  return text;
}

async function residentBytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
