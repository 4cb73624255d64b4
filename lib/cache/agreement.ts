// Keeps what this instance knows of the log close to what all instances have said, and says what is said here.
import { subjectTag } from "./cache-key.ts";
import type { EntrySealer } from "./entry-sealer.ts";
import type { GuardedTier } from "./guarded-tier.ts";
import { encodeInvalidation, type Invalidation, parseInvalidation } from "./invalidation.ts";
import type { KnownLog, ReadRecord } from "./known-log.ts";
import type { LogHead, LogRecord } from "./network-tier.ts";
import type { CachePolicy, TierDeadlines } from "./policy.ts";

/** How old the knowledge of what others invalidated may be in `bounded` categories, in milliseconds. */
export const LOOK_EVERY_MS = 250;
/** Reading what others said may take so many times as long as reading an entry: at a start that is the whole log. */
const CATCH_UP_TIMES = 10;
/** Most invalidations that wait for the tier to come back; more of them become one that means everything. */
export const MAX_PENDING = 200;

/** What it stands on. */
export interface AgreementDeps {
  /** Null where this instance shares nothing. */
  tier: GuardedTier | null;
  log: KnownLog;
  sealer: EntrySealer;
  /** How long the tier may take. */
  deadlines: TierDeadlines;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
}

/** What is known of others before something is given. */
export interface Agreed {
  /** What is held may be given. */
  isKnown: boolean;
  /** The tier answered, or was not asked. */
  isReached: boolean;
}

const AGREED: Agreed = { isKnown: true, isReached: true };

/** The agreement of all instances on what is no longer true. */
export class Agreement {
  readonly #deps: AgreementDeps;
  #lookedAtMs = -Infinity;
  #running: Promise<boolean> | null = null;
  #next: Promise<boolean> | null = null;
  #learning: Promise<unknown> = Promise.resolve();
  #isBehind = false;

  constructor(deps: AgreementDeps) {
    this.#deps = deps;
  }

  /** True where nobody else has to be asked. */
  get isAlone(): boolean {
    return this.#deps.tier === null;
  }

  /** How many invalidations are not acknowledged yet. */
  get unsaid(): number {
    return this.#deps.log.pending.length;
  }

  /** True where the last look did not bring what others have said. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** True when what is known is older than `bounded` categories allow. */
  isOld(): boolean {
    return this.#deps.tier !== null && this.#deps.now() - this.#lookedAtMs >= LOOK_EVERY_MS;
  }

  /** Makes sure that what is held may be given, as exactly as the policy wants it. */
  async agree({ agreement: wanted }: Pick<CachePolicy, "agreement">): Promise<Agreed> {
    const isExact = wanted === "exact";
    if (this.isAlone || (!isExact && !this.isOld())) return AGREED;
    const isReached = await this.catchUp();
    // Where the tier does not answer what is known has to do in `bounded` categories: times to live are the bound then.
    return { isKnown: isReached || !isExact, isReached };
  }

  /**
   * Learns everything that was acknowledged before the call; false when that cannot be known now. All who ask meanwhile
   * share the next look: one that has begun says nothing of what was said since.
   */
  catchUp(): Promise<boolean> {
    if (this.#deps.tier === null) return Promise.resolve(true);
    if (this.#running === null) return this.#begin();
    this.#next ??= this.#running.then(() => this.#begin());
    return this.#next;
  }

  /** Learns up to a head that was read with something else; false when that failed. */
  learn(head: LogHead): Promise<boolean> {
    // One after the other: two that read the same records would do the work twice.
    const learning = this.#learning.then(() => this.#learnNow(head));
    this.#learning = learning;
    return learning;
  }

  /**
   * Says that something is no longer true. Here that counts at once; true once no instance that asks takes it for true
   * any more. False when the tier did not answer: it is said again until it does.
   */
  async say(said: Invalidation): Promise<boolean> {
    const { tier, log } = this.#deps;
    if (tier === null) {
      log.sayAlone(said);
      return true;
    }
    this.#pend(said);
    return await this.#append(tier, said);
  }

  /** Says again what was not acknowledged; true when nothing is left. */
  async sayAgain(): Promise<boolean> {
    const { tier, log } = this.#deps;
    if (tier === null) return true;
    for (const said of log.pending) if (!await this.#append(tier, said)) return false;
    return true;
  }

  #pend(said: Invalidation): void {
    const { log } = this.#deps;
    const waiting = log.pending;
    if (waiting.length < MAX_PENDING) return log.pend(said);
    log.pend({ kind: "all" });
    for (const one of waiting) log.settle(one);
  }

  async #append(tier: GuardedTier, said: Invalidation): Promise<boolean> {
    const text = await sealedText(this.#deps.sealer, said);
    const head = await tier.append(text, this.#deps.deadlines.writeDeadlineMs);
    if (head === undefined || !await this.learn(head)) return false;
    this.#deps.log.settle(said);
    return true;
  }

  #begin(): Promise<boolean> {
    const running = this.#look().finally(() => {
      this.#running = null;
    });
    this.#running = running;
    this.#next = null;
    return running;
  }

  async #look(): Promise<boolean> {
    const { tier, now } = this.#deps;
    const fromMs = now();
    const head = await tier?.head(this.#deps.deadlines.readDeadlineMs);
    // Where the tier is down `bounded` categories go on with what they know, and ask again only after a while.
    this.#lookedAtMs = fromMs;
    const isLearned = head !== undefined && await this.learn(head);
    this.#isBehind = !isLearned;
    return isLearned;
  }

  async #learnNow(head: LogHead): Promise<boolean> {
    const { tier, log, sealer, deadlines } = this.#deps;
    const { epoch, seq } = log.head;
    const isSame = head.epoch === epoch;
    if (isSame && head.seq <= seq) return true;
    const from = isSame ? seq : 0;
    const records = await tier?.since(from, CATCH_UP_TIMES * deadlines.readDeadlineMs);
    if (records === undefined) return false;
    const first = isWhole(records, head.seq) ? records[0]?.seq ?? head.seq + 1 : head.seq + 1;
    // Another log, or one whose oldest records are gone: what is older than those that are left cannot be compared.
    if (!isSame || first > from + 1) log.reset({ epoch: head.epoch, seq: first - 1 });
    if (first <= head.seq) log.learn(await Promise.all(records.map((one) => opened(sealer, one))));
    return true;
  }
}

/** The invalidation of everything private of a subject. */
export function ofSubject(subject: string): Invalidation {
  return { kind: "tag", tag: subjectTag(subject) };
}

/** True when none is missing between the first and the head. */
function isWhole(records: readonly LogRecord[], to: number): boolean {
  const first = records[0]?.seq ?? 0;
  return records.every((record, i) => record.seq === first + i) &&
    (records.at(-1)?.seq ?? to) >= to;
}

/** Records are bound to no number: it is not known before they are written. */
const RECORD = { kind: "record", key: "" };

async function sealedText(sealer: EntrySealer, said: Invalidation): Promise<string> {
  const bytes = new TextEncoder().encode(encodeInvalidation(said));
  const sealed = await sealer.seal(RECORD, undefined, bytes);
  return (sealed ?? new Uint8Array()).toBase64();
}

async function opened(sealer: EntrySealer, { seq, text }: LogRecord): Promise<ReadRecord> {
  const bytes = await sealer.open(RECORD, undefined, bytesOf(text));
  return { seq, said: bytes && parseInvalidation(new TextDecoder().decode(bytes)) };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.fromBase64(text);
  } catch (error) {
    if (error instanceof SyntaxError) return new Uint8Array();
    throw error;
  }
}
