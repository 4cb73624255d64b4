// Server-sent events: their wire format, and a stream that never holds more than it may.
// Format: https://html.spec.whatwg.org/multipage/server-sent-events.html

/** One message; every part is optional. */
export interface SseMessage {
  /** What the client sends back as Last-Event-ID. */
  id?: string;
  event?: string;
  data?: string;
  /** Ignored by clients; keeps the connection warm. */
  comment?: string;
  /** How long a client should wait before it connects again. */
  retryMs?: number;
}

/** The bytes of a message. Line breaks in `data` are kept; elsewhere they cannot start a line of their own. */
export function encodeSse(message: SseMessage): Uint8Array<ArrayBuffer> {
  const lines: string[] = [];
  if (message.comment !== undefined) lines.push(`: ${oneLine(message.comment)}`);
  if (message.retryMs !== undefined) lines.push(`retry: ${message.retryMs}`);
  if (message.id !== undefined) lines.push(`id: ${oneLine(message.id)}`);
  if (message.event !== undefined) lines.push(`event: ${oneLine(message.event)}`);
  for (const line of message.data?.split(/\r\n|\r|\n/) ?? []) lines.push(`data: ${line}`);
  return new TextEncoder().encode(`${lines.join("\n")}\n\n`);
}

/** Deno logs it once a stream; without a stack that is one short line instead of a costly trace. */
const TOO_SLOW = Object.assign(new Error("The reader is too slow"), {
  stack: "Event stream: the reader is too slow",
});

/** One open answer. Whoever reads too slowly is cut off and resumes where they were. */
export class SseConnection {
  /** The answer to return from a handler. */
  readonly response: Response;
  readonly #maxQueuedBytes: number;
  readonly #onClose: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #closed = false;

  /** At most `maxQueuedBytes` wait for the reader; `onClose` runs once, however the stream ends. */
  constructor(maxQueuedBytes: number, onClose: () => void) {
    this.#maxQueuedBytes = maxQueuedBytes;
    this.#onClose = onClose;
    const source: UnderlyingDefaultSource<Uint8Array> = {
      start: (controller) => void (this.#controller = controller),
      cancel: () => this.#end(),
    };
    const strategy = { highWaterMark: maxQueuedBytes, size: (chunk: Uint8Array) => chunk.length };
    this.response = new Response(new ReadableStream(source, strategy), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        // nginx would otherwise collect events before passing them on.
        "x-accel-buffering": "no",
      },
    });
  }

  /** True once the stream has ended. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Bytes that were sent and not yet taken: 0 while the reader keeps up. */
  get waitingBytes(): number {
    return this.#closed ? 0 : this.#maxQueuedBytes - (this.#controller?.desiredSize ?? 0);
  }

  /** Sends bytes; a reader with no room left for them is cut off. */
  send(bytes: Uint8Array): void {
    if (this.#closed || this.#controller === null) return;
    if ((this.#controller.desiredSize ?? 0) < bytes.length) return this.cutOff();
    this.#controller.enqueue(bytes);
  }

  /** Ends the stream after what was sent. */
  close(): void {
    if (this.#closed) return;
    this.#controller?.close();
    this.#end();
  }

  /** Ends the stream at once and drops what waits. */
  cutOff(): void {
    if (this.#closed) return;
    this.#controller?.error(TOO_SLOW);
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#onClose();
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, " ");
}
