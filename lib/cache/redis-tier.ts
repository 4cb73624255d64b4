// A network tier in a Redis or Valkey server of its own.
import { Buffer } from "node:buffer";
import { createClient, RESP_TYPES } from "@redis/client";
import { type RandomBytes, secureRandomBytes } from "../kernel/ids.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import {
  type LogHead,
  type LogRecord,
  MAX_LOG_RECORDS,
  type NetworkTier,
  type TierRead,
} from "./network-tier.ts";

/** All keys begin so; one server may serve others too. In braces: in a cluster they stand on one node, as scripts need. */
const PREFIX = "{avanti-cache}:";
const HEAD = `${PREFIX}head`;
const LOG = `${PREFIX}log`;

/** The head, made where there is none; what is left of a log without a head is not its own. */
const MAKE_HEAD = `
local head = redis.call('GET', KEYS[1])
if head then return head end
redis.call('DEL', KEYS[2])
redis.call('SET', KEYS[1], ARGV[1] .. ' 0')
return ARGV[1] .. ' 0'`;

/** Appends a record under the next number, in one step. */
const APPEND = `
local head = redis.call('GET', KEYS[1])
if not head then
  redis.call('DEL', KEYS[2])
  head = ARGV[2] .. ' 0'
end
local epoch, seq = string.match(head, '^(%S+) (%d+)$')
seq = tonumber(seq) + 1
redis.call('SET', KEYS[1], epoch .. ' ' .. seq)
redis.call('ZADD', KEYS[2], seq, seq .. ' ' .. ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', seq - tonumber(ARGV[3]))
return epoch .. ' ' .. seq`;

/** Longest wait for a connection, and between two tries of one, in milliseconds. */
const CONNECT_MS = 1_000;
const MOST_REST_MS = 5_000;

/** What it stands on. */
export interface RedisTierDeps {
  /** `redis://[user:password@]host:port[/db]`, or `rediss:` over TLS. */
  url: string;
  /** Epoch milliseconds. */
  wallMs?: () => number;
  randomBytes?: RandomBytes;
}

/** The tier. It connects by itself, and again when the connection breaks; until then every call rejects at once. */
export class RedisTier implements NetworkTier {
  readonly kind = "redis";
  readonly #client;
  readonly #bytes;
  readonly #wallMs: () => number;
  readonly #randomBytes: RandomBytes;
  #run: Promise<string> | null = null;

  constructor({ url, wallMs = Date.now, randomBytes = secureRandomBytes }: RedisTierDeps) {
    this.#wallMs = wallMs;
    this.#randomBytes = randomBytes;
    this.#client = createClient({
      url,
      disableOfflineQueue: true,
      socket: {
        connectTimeout: CONNECT_MS,
        reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, MOST_REST_MS),
      },
    });
    this.#bytes = this.#client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
    const forget = () => {
      this.#run = null;
    };
    // Failures are met by the calls; an error nobody listens to would end the process.
    for (const event of ["error", "end", "reconnecting", "connect"]) this.#client.on(event, forget);
    this.#client.connect().catch(forget);
  }

  async read(key: string): Promise<TierRead> {
    const run = await this.#runId();
    const [head, entry] = await this.#bytes.mGet([HEAD, PREFIX + key]);
    return {
      entry: entry === null || entry === undefined ? null : new Uint8Array(entry),
      head: head === null || head === undefined
        ? await this.head()
        : headOf(head.toString("latin1"), run),
    };
  }

  async write(key: string, entry: Uint8Array<ArrayBuffer>, expiresAtMs: number): Promise<void> {
    const px = Math.ceil(expiresAtMs - this.#wallMs());
    if (px <= 0) return await this.remove(key);
    await this.#client.set(PREFIX + key, Buffer.from(entry), {
      expiration: { type: "PX", value: px },
    });
  }

  async remove(key: string): Promise<void> {
    await this.#client.del(PREFIX + key);
  }

  async head(): Promise<LogHead> {
    const run = await this.#runId();
    const text = await this.#client.eval(MAKE_HEAD, {
      keys: [HEAD, LOG],
      arguments: [this.#epoch()],
    });
    return headOf(String(text), run);
  }

  async append(text: string): Promise<LogHead> {
    const run = await this.#runId();
    const head = await this.#client.eval(APPEND, {
      keys: [HEAD, LOG],
      arguments: [text, this.#epoch(), String(MAX_LOG_RECORDS)],
    });
    return headOf(String(head), run);
  }

  async since(seq: number): Promise<readonly LogRecord[]> {
    const found = await this.#client.zRange(LOG, `(${seq}`, "+inf", { BY: "SCORE" });
    return found.map((line) => {
      const at = line.indexOf(" ");
      return { seq: Number(line.slice(0, at)), text: line.slice(at + 1) };
    });
  }

  /** The server deletes what is over. */
  sweep(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.#client.destroy();
  }

  /**
   * Which run of the server it is: one that was started again, or took over, may have lost the newest records. So each
   * run has epochs of its own.
   */
  async #runId(): Promise<string> {
    this.#run ??= this.#client.info("server").then((text) => {
      const [, id] = /^run_id:(\S+)/m.exec(text) ?? [];
      if (id === undefined) {
        throw new GatewayError("cache", "The server does not say who it is", true);
      }
      return id;
    });
    const run = this.#run;
    try {
      return await run;
    } catch (error) {
      if (this.#run === run) this.#run = null;
      throw error;
    }
  }

  #epoch(): string {
    return this.#randomBytes(12).toHex();
  }
}

function headOf(text: string, run: string): LogHead {
  const [, epoch, seq] = /^(\S+) (\d+)$/.exec(text) ?? [];
  if (epoch === undefined) throw new GatewayError("cache", "The log's head cannot be read", true);
  return { epoch: `${epoch}.${run}`, seq: Number(seq) };
}
