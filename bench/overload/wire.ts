// HTTP/1.1 over sockets that are kept, as a proxy in front keeps them: a client that shares two cores with the server it
// measures must cost little.

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("latin1");
/** Room for one answer; the largest page is far smaller. */
const ROOM_BYTES = 48 * 1024;

/** What was answered. */
export interface WireAnswer {
  status: number;
  /** Head and body as they came, one character a byte. */
  text: string;
}

/** Sockets to one server. */
export class Wire {
  readonly #port: number;
  readonly #idle: Socket[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends `request` (see `requestText`); rejects when there is no answer after `patienceMs`. */
  async ask(request: string, patienceMs: number): Promise<WireAnswer> {
    const socket = this.#idle.pop() ?? await Socket.open(this.#port);
    const answer = await socket.ask(request, patienceMs);
    this.#idle.push(socket);
    return answer;
  }

  /** Ends all that are idle. */
  close(): void {
    for (const socket of this.#idle.splice(0)) socket.close();
  }
}

/** A request as it goes over the wire. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = body === "" ? "" : `content-length: ${ENCODER.encode(body).length}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines}${length}\r\n${body}`;
}

class Socket {
  readonly #connection: Deno.TcpConn;
  readonly #room = new Uint8Array(ROOM_BYTES);

  constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  static async open(port: number): Promise<Socket> {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    connection.setNoDelay();
    return new Socket(connection);
  }

  async ask(request: string, patienceMs: number): Promise<WireAnswer> {
    // Whoever loses patience goes: the server sees a connection that has ended.
    const timer = setTimeout(() => this.close(), patienceMs);
    try {
      await this.#write(ENCODER.encode(request));
      return await this.#read();
    } catch (error) {
      this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) at += await this.#connection.write(bytes.subarray(at));
  }

  async #read(): Promise<WireAnswer> {
    for (let size = 0;;) {
      const read = await this.#connection.read(this.#room.subarray(size));
      if (read === null) throw new Error("The server hung up");
      size += read;
      const text = DECODER.decode(this.#room.subarray(0, size));
      if (isWhole(text)) return { status: Number(text.slice(9, 12)), text };
    }
  }

  close(): void {
    try {
      this.#connection.close();
    } catch {
      // It was closed before.
    }
  }
}

function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  if (length !== undefined) return text.length >= head + 4 + Number(length);
  return text.endsWith("\r\n0\r\n\r\n");
}
