// A network tier within this process, for tests: what it is told it remembers, and it can be slow, broken or emptied.
import type { LogHead, LogRecord, NetworkTier, TierRead } from "../../../lib/cache/network-tier.ts";

/** How it behaves now. */
export type Mood = "well" | "broken" | "hung";

/** The tier. */
export class MemoryNetwork implements NetworkTier {
  readonly kind = "kv";
  mood: Mood = "well";
  readonly entries = new Map<string, { entry: Uint8Array<ArrayBuffer>; expiresAtMs: number }>();
  records: LogRecord[] = [];
  epoch = "first";
  /** Calls by name. */
  readonly calls: string[] = [];
  readonly #wallMs: () => number;

  constructor(wallMs: () => number = () => 0) {
    this.#wallMs = wallMs;
  }

  /** Everything is lost, as when a server without a disk is started again. */
  lose(epoch: string): void {
    this.entries.clear();
    this.records = [];
    this.epoch = epoch;
  }

  read(key: string): Promise<TierRead> {
    return this.#answer("read", () => {
      const found = this.entries.get(key);
      const isThere = found !== undefined && found.expiresAtMs > this.#wallMs();
      return { entry: isThere ? found.entry : null, head: this.#head() };
    });
  }

  write(key: string, entry: Uint8Array<ArrayBuffer>, expiresAtMs: number): Promise<void> {
    return this.#answer("write", () => void this.entries.set(key, { entry, expiresAtMs }));
  }

  remove(key: string): Promise<void> {
    return this.#answer("remove", () => void this.entries.delete(key));
  }

  head(): Promise<LogHead> {
    return this.#answer("head", () => this.#head());
  }

  append(text: string): Promise<LogHead> {
    return this.#answer("append", () => {
      this.records.push({ seq: this.#head().seq + 1, text });
      return this.#head();
    });
  }

  since(seq: number): Promise<readonly LogRecord[]> {
    return this.#answer("since", () => this.records.filter((record) => record.seq > seq));
  }

  sweep(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {}

  #head(): LogHead {
    return { epoch: this.epoch, seq: this.records.at(-1)?.seq ?? 0 };
  }

  #answer<Answer>(name: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(name);
    if (this.mood === "broken") return Promise.reject(new Error("broken"));
    if (this.mood === "hung") return new Promise(() => {});
    return Promise.resolve().then(answer);
  }
}
