// Stands on this machine between the product and a service of others, and breaks what passes in the ways networks and
// services break. Nothing in it waits for a clock: what hangs hangs until the caller gives up, and that can be heard.

/** Every way it breaks. */
export const FAULTS = [
  "refused",
  "hang",
  "slow",
  "500",
  "429",
  "malformed",
  "flapping",
  "reset mid-body",
] as const;

/** One of them. */
export type Fault = typeof FAULTS[number];

/** A running proxy. */
export interface FaultyProxy extends AsyncDisposable {
  readonly origin: string;
  /** From now on: broken in this way, or well. What is under way is cut off. */
  turn(fault: Fault | "well"): void;
  /** Questions that arrived. */
  readonly arrived: number;
}

/** Starts it before the service on `port`; `onStall` is called whenever an answer will not end by itself. */
export function faultyProxy(port: number, onStall: () => void): FaultyProxy {
  const connections = new Set<Deno.Conn>();
  let mode: Fault | "well" = "well";
  let arrived = 0;
  let listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port: own } = listener.addr;
  let serving = accept();

  async function accept(): Promise<void> {
    const ended: Promise<void>[] = [];
    try {
      for await (const connection of listener) ended.push(handle(connection));
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
    await Promise.all(ended);
  }

  async function handle(connection: Deno.Conn): Promise<void> {
    connections.add(connection);
    try {
      await readQuestions(connection, (question) => answer(connection, question));
    } catch {
      // The caller gave up, or the mode was turned: what a broken connection is for.
    }
    connections.delete(connection);
    close(connection);
  }

  async function answer(connection: Deno.Conn, question: Uint8Array): Promise<void> {
    const count = ++arrived;
    const fault = mode === "flapping" ? (count % 2 === 0 ? "well" : "500") : mode;
    if (fault === "well") return await relay(connection, question, port);
    const { text, stalls } = BROKEN[fault] ?? { text: "", stalls: false };
    if (text !== "") await connection.write(new TextEncoder().encode(text));
    if (!stalls) return close(connection);
    onStall();
    // Ends when the caller closes its side.
    await connection.read(new Uint8Array(1));
  }

  return {
    origin: `http://127.0.0.1:${own}`,
    get arrived() {
      return arrived;
    },
    turn(fault) {
      const isOpen = mode !== "refused";
      mode = fault;
      for (const connection of connections) close(connection);
      if (fault === "refused" && isOpen) listener.close();
      if (fault !== "refused" && !isOpen) {
        listener = Deno.listen({ hostname: "127.0.0.1", port: own });
        const before = serving;
        serving = Promise.all([before, accept()]).then(() => {});
      }
    },
    async [Symbol.asyncDispose]() {
      for (const connection of connections) close(connection);
      if (mode !== "refused") listener.close();
      await serving;
    },
  };
}

/** What is sent of an answer, and whether nothing follows until somebody gives up. */
const BROKEN: Readonly<Partial<Record<Fault, { text: string; stalls: boolean }>>> = {
  hang: { text: "", stalls: true },
  slow: { text: "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{", stalls: true },
  "500": { text: "HTTP/1.1 500 Broken\r\ncontent-length: 0\r\n\r\n", stalls: false },
  "429": { text: "HTTP/1.1 429 Peace\r\ncontent-length: 0\r\n\r\n", stalls: false },
  malformed: { text: "HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>", stalls: false },
  "reset mid-body": { text: "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{", stalls: false },
};

/** Calls `each` with each question that arrives on the connection, its body included. */
async function readQuestions(
  connection: Deno.Conn,
  each: (question: Uint8Array) => Promise<void>,
): Promise<void> {
  const buffer = new Uint8Array(65_536);
  let size = 0;
  for (;;) {
    const read = await connection.read(buffer.subarray(size));
    if (read === null) return;
    size += read;
    if (!isWhole(buffer.subarray(0, size))) continue;
    await each(buffer.slice(0, size));
    size = 0;
  }
}

/** True for a head and as much of a body as it says. */
function isWhole(bytes: Uint8Array): boolean {
  // One character a byte, so that places in the text are places in the bytes.
  const text = new TextDecoder("latin1").decode(bytes);
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  return bytes.length >= end + 4 + length;
}

/** Passes one question on and its answer back; the service closes the connection after it, and so do we. */
async function relay(connection: Deno.Conn, question: Uint8Array, port: number): Promise<void> {
  using service = await Deno.connect({ hostname: "127.0.0.1", port });
  const closing = new TextDecoder().decode(question)
    .replace("\r\n", "\r\nconnection: close\r\n");
  await writeAll(service, new TextEncoder().encode(closing));
  const buffer = new Uint8Array(16_384);
  for (;;) {
    const read = await service.read(buffer);
    if (read === null) break;
    await writeAll(connection, buffer.subarray(0, read));
  }
  close(connection);
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
