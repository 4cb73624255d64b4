// Posts failures to a Sentry server, or to one that speaks like it. Failures wait in memory, within bounds; nobody waits
// for them.
import { isAtLeast } from "../errors/error-severity.ts";
import type { Occurrence } from "../incidents/incident.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import type { Dependency } from "../resilience/dependency.ts";
import { type AlarmOutlet, type Delivery, deliveryOf, notTaken } from "./outlet.ts";
import { type OutletResult, withDelivery } from "./outlet-result.ts";
import type { SentryDsn } from "./sentry-dsn.ts";
import {
  envelopeOf,
  type SentryEvent,
  sentryEvent,
  type SentryScene,
  trialEvent,
} from "./sentry-envelope.ts";
import { peaceMs } from "./sentry-limits.ts";
import { readAcceptance } from "./webhook-gateway.ts";

/** Failures that wait at most; what comes beyond them is counted. */
export const MAX_WAITING_EVENTS = 100;
/** How long the same failure is not sent again, in milliseconds: it is counted, and the next one says how often. */
export const SAME_AGAIN_MS = 10_000;
/** Kinds of failures of which it is known when they were last sent. */
const MAX_KINDS = 300;
/** How long a server may take, in milliseconds. */
const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 65_536;

/** What posting needs. */
export interface SentryOptions {
  dsn: SentryDsn;
  scene: SentryScene;
  clock: Clock;
  randomBytes: RandomBytes;
  dependency: Pick<Dependency, "ask" | "state">;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
}

/** The outlet to one project. */
export class SentryOutlet implements AlarmOutlet {
  readonly name = "sentry";
  readonly takesAlarms = false;
  readonly host: string;
  readonly #options: SentryOptions;
  readonly #waiting: SentryEvent[] = [];
  #dropped = 0;
  #dropsToTell = 0;
  readonly #kinds = new Map<string, { sentMs: number; more: number }>();
  #peaceUntilMs = -Infinity;
  #result: OutletResult | null = null;
  #flushing: Promise<Delivery | null> | null = null;

  constructor(options: SentryOptions) {
    this.#options = options;
    this.host = new URL(options.dsn.url).host;
  }

  /** Failures that wait to be sent. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Failures that were not sent and never will be, since the process began. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How it went last, since the process began; kept in memory, for the database may be what fails. */
  get result(): OutletResult | null {
    return this.#result;
  }

  /** Takes a failure to be sent later; refusals are none. Never throws, never waits. */
  note(occurrence: Occurrence, error: unknown): void {
    if (!isAtLeast(occurrence.severity, "high")) return;
    const more = this.#moreSince(occurrence.fingerprint);
    if (more === null) return;
    if (this.#waiting.length >= MAX_WAITING_EVENTS) return this.#drop();
    this.#waiting.push(sentryEvent(this.#newId(), occurrence, error, this.#options.scene, more));
  }

  /** Sends what waits, oldest first, until one is not taken; what became of the last try, null when none was made. */
  flush(withinMs = Infinity): Promise<Delivery | null> {
    this.#flushing ??= this.#flush(withinMs).finally(() => this.#flushing = null);
    return this.#flushing;
  }

  async send({ at }: { at: string }): Promise<Delivery> {
    const text = textsFor(DEFAULT_LOCALE).alarms.trial;
    return await this.#post(trialEvent(this.#newId(), at, text, this.#options.scene), TIMEOUT_MS);
  }

  state() {
    return this.#options.dependency.state();
  }

  async #flush(withinMs: number): Promise<Delivery | null> {
    const { now } = this.#options;
    const untilMs = now() + withinMs;
    let last: Delivery | null = null;
    for (let sent = 0; sent < MAX_WAITING_EVENTS; sent++) {
      const [event] = this.#waiting;
      const leftMs = untilMs - now();
      if (event === undefined || this.#isPeace() || leftMs <= 0) return last;
      last = await this.#post(event, Math.min(TIMEOUT_MS, leftMs));
      const isRefused = !last.isAccepted && last.fault === "refused";
      if (!last.isAccepted && !isRefused) return last;
      this.#waiting.shift();
      // Sent again it would be refused again.
      if (isRefused) this.#drop();
    }
    return last;
  }

  async #post(event: SentryEvent, timeoutMs: number): Promise<Delivery> {
    const { dsn, clock, dependency } = this.#options;
    if (this.#isPeace()) return notTaken("busy");
    const drops = this.#dropsToTell;
    const auth = `Sentry sentry_version=7, sentry_client=avanti/1, sentry_key=${dsn.publicKey}`;
    const delivery = await deliveryOf(dependency.ask({
      url: dsn.url,
      body: envelopeOf(event, clock.now().toString(), drops),
      headers: { "content-type": "application/x-sentry-envelope", "x-sentry-auth": auth },
      timeoutMs,
      maxBytes: MAX_ANSWER_BYTES,
      onHead: (head) => this.#heed(peaceMs(head, clock.now().epochMilliseconds)),
      read: readAcceptance("Sentry"),
    }));
    if (delivery.isAccepted) this.#dropsToTell -= drops;
    const about = { outlet: this.name, host: this.host } as const;
    this.#result = withDelivery(this.#result, about, delivery, clock.now().toString());
    return delivery;
  }

  /** Failures of a kind that were only counted since it was last sent; null when this one is only counted, too. */
  #moreSince(kind: string): number | null {
    const nowMs = this.#options.now();
    const known = this.#kinds.get(kind);
    if (known !== undefined && nowMs - known.sentMs < SAME_AGAIN_MS) {
      known.more++;
      return null;
    }
    this.#kinds.delete(kind);
    const [oldest] = this.#kinds.keys();
    if (this.#kinds.size >= MAX_KINDS && oldest !== undefined) this.#kinds.delete(oldest);
    this.#kinds.set(kind, { sentMs: nowMs, more: 0 });
    return known?.more ?? 0;
  }

  #isPeace(): boolean {
    return this.#options.now() < this.#peaceUntilMs;
  }

  #heed(ms: number): void {
    if (ms > 0) this.#peaceUntilMs = Math.max(this.#peaceUntilMs, this.#options.now() + ms);
  }

  #drop(): void {
    this.#dropped++;
    this.#dropsToTell++;
  }

  #newId(): string {
    return this.#options.randomBytes(16).toHex();
  }
}
