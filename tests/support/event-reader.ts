// Reads an event stream message by message, as a browser would, but only when the test asks.

/** One message of a stream. */
export interface ReadMessage {
  id: string;
  event: string;
  data: string;
}

/** A reader over a response body. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #buffer = "";
  /** The last id seen, as EventSource keeps it. */
  lastEventId = "";

  constructor(response: Response) {
    if (response.body === null) throw new Error("The response has no body");
    this.#reader = response.body.getReader();
  }

  /** The next message with an event name, or null when the stream has ended. */
  async next(): Promise<ReadMessage | null> {
    while (true) {
      const end = this.#buffer.indexOf("\n\n");
      if (end === -1) {
        const { done, value } = await this.#reader.read();
        if (done) return null;
        this.#buffer += this.#decoder.decode(value, { stream: true });
        continue;
      }
      const block = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 2);
      const field = (name: string) =>
        block.split("\n").filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2)).join("\n");
      const id = field("id");
      if (id !== "") this.lastEventId = id;
      if (field("event") !== "") return { id, event: field("event"), data: field("data") };
    }
  }

  /** The next message of a kind; others are passed over. Null when the stream has ended. */
  async nextOf(event: string): Promise<ReadMessage | null> {
    while (true) {
      const message = await this.next();
      if (message === null || message.event === event) return message;
    }
  }

  /** Leaves the stream. */
  async leave(): Promise<void> {
    await this.#reader.cancel().catch(() => {});
  }
}
