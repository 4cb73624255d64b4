// Stands on this machine between the product and a mail server, and breaks in the ways mail servers and networks break.
// A mail server speaks first, so that what arrives cannot be waited for. Nothing in it waits for a clock.
import type { Fault, FaultyProxy } from "./faulty-proxy.ts";

/** What is said instead of the greeting, and whether nothing follows until somebody gives up. */
const BROKEN: Readonly<Partial<Record<Fault, { text: string; stalls: boolean }>>> = {
  hang: { text: "", stalls: true },
  slow: { text: "220-mail.example\r\n", stalls: true },
  "500": { text: "554 5.3.0 broken\r\n", stalls: false },
  "429": { text: "421 4.7.0 too many connections\r\n", stalls: false },
  malformed: { text: "<html>\r\n", stalls: false },
};

/** Starts it before the server on `port`; `onStall` is called whenever nothing more will be said. */
export function faultyMailProxy(port: number, onStall: () => void): FaultyProxy {
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
      await greet(connection);
    } catch {
      // The caller gave up, or the mode was turned: what a broken connection is for.
    }
    connections.delete(connection);
    close(connection);
  }

  async function greet(connection: Deno.Conn): Promise<void> {
    const count = ++arrived;
    const fault = mode === "flapping" ? (count % 2 === 0 ? "well" : "500") : mode;
    const broken = fault === "well" ? undefined : BROKEN[fault];
    if (broken === undefined) return await relay(connection, port, fault === "reset mid-body");
    if (broken.text !== "") await connection.write(new TextEncoder().encode(broken.text));
    if (!broken.stalls) return;
    onStall();
    // Ends when the caller closes its side.
    while (await connection.read(new Uint8Array(512)) !== null);
  }

  return {
    origin: `smtp://127.0.0.1:${own}`,
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

/** Passes a session on; cut off once the mail itself has begun when `isCut`. */
async function relay(caller: Deno.Conn, port: number, isCut: boolean): Promise<void> {
  using server = await Deno.connect({ hostname: "127.0.0.1", port });
  const answers = pass(server, caller, () => false).catch(() => {});
  let said = "";
  await pass(caller, server, (bytes) => {
    said += new TextDecoder().decode(bytes);
    return isCut && /^DATA\r\n[^]+/m.test(said);
  });
  close(caller);
  close(server);
  await answers;
}

/** Passes on what is read until `isOver`; those bytes go no further. */
async function pass(
  from: Deno.Conn,
  to: Deno.Conn,
  isOver: (bytes: Uint8Array) => boolean,
): Promise<void> {
  const buffer = new Uint8Array(16_384);
  for (;;) {
    const read = await from.read(buffer);
    if (read === null || isOver(buffer.subarray(0, read))) return;
    let sent = 0;
    while (sent < read) sent += await to.write(buffer.subarray(sent, read));
  }
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
