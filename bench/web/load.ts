// Load generator: keep-alive connections that each send a request, read the answer, and repeat.
// Usage: load.ts <port> <path> <connections> <milliseconds>; prints the number of answers.

const [port = "", path = "/", connections = "1", milliseconds = "1000"] = Deno.args;
const REQUEST = new TextEncoder().encode(
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: */*\r\n\r\n`,
);
const MAX_ANSWER_BYTES = 64 * 1024;
const DECODER = new TextDecoder("latin1");

const end = performance.now() + Number(milliseconds);
const counts = await Promise.all(Array.from({ length: Number(connections) }, client));
console.log(counts.reduce((sum, count) => sum + count, 0));

async function client(): Promise<number> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
  const buffer = new Uint8Array(MAX_ANSWER_BYTES);
  let answers = 0;
  while (performance.now() < end) {
    await connection.write(REQUEST);
    await readAnswer(connection, buffer);
    answers++;
  }
  return answers;
}

async function readAnswer(connection: Deno.Conn, buffer: Uint8Array): Promise<void> {
  let size = 0;
  let expected = Infinity;
  while (size < expected) {
    const read = await connection.read(buffer.subarray(size));
    if (read === null) throw new Error("The server closed the connection");
    size += read;
    if (expected === Infinity) expected = answerSize(DECODER.decode(buffer.subarray(0, size)));
  }
}

function answerSize(text: string): number {
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd === -1) return Infinity;
  if (!text.startsWith("HTTP/1.1 200")) throw new Error(text.slice(0, headEnd));
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  if (length === undefined) throw new Error("The answer has no length");
  return headEnd + 4 + Number(length);
}
