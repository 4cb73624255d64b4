// How each kind of thing is kept: for whom, where, how long, and what a tier may cost. One table decides.
import { CacheCategory } from "./category.ts";

/** How long a network tier may take before it is gone on without, in milliseconds. */
export interface TierDeadlines {
  readDeadlineMs: number;
  writeDeadlineMs: number;
}

/** How something is kept. Times in milliseconds, counted from when it was loaded. */
export interface CachePolicy extends TierDeadlines {
  /** `private`: keys carry the subject, and no tier outside this process has the value unsealed. */
  privacy: "shared" | "private";
  /** `memory`: in this process alone; `network`: where there is a network tier all instances share it. */
  reach: "memory" | "network";
  /**
   * How a hit in memory knows of what another instance invalidated. `exact`: it asks before each hit, and no answer is
   * older than an acknowledged invalidation. `bounded`: what it knows is at most LOOK_EVERY_MS old.
   */
  agreement: "exact" | "bounded";
  /** How long it is fresh. */
  ttlMs: number;
  /** How long after that it is still given, while it is loaded anew beside. */
  staleMs: number;
  /** How long after it was fresh it is given when loading fails. */
  staleIfErrorMs: number;
  /** How long it is remembered that there is nothing; 0: not at all. */
  negativeTtlMs: number;
  /** Up to so large a share of the time to live is taken off by chance, so that what came together does not end together. */
  jitter: number;
  /** The largest value that is kept, in bytes. */
  maxBytes: number;
  /** Values for a network tier are compressed from so many bytes on. */
  compressFromBytes: number;
  /** The share of the memory tier this category has. */
  memoryShare: number;
  /** Whether its ids may be shown among the hot keys: nobody typed them, and nobody is named by them. */
  isShown: boolean;
  /** Whether it is recorded how often each key is asked for, for warming it: not where ids are what somebody typed. */
  isRecorded: boolean;
}

/** What a network tier may take before it is gone on without, in milliseconds. */
export const READ_DEADLINE_MS = 50;
/** The same for a write, which nobody waits for. */
export const WRITE_DEADLINE_MS = 500;
/** From here on compressing costs less than sending and storing: `deno task bench cache codecs` prints the table. */
export const COMPRESS_FROM_BYTES = 2_048;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIB = 1_024;

const SHARED: CachePolicy = {
  privacy: "shared",
  reach: "network",
  agreement: "bounded",
  ttlMs: HOUR,
  staleMs: 0,
  staleIfErrorMs: 0,
  negativeTtlMs: 0,
  jitter: 0.1,
  readDeadlineMs: READ_DEADLINE_MS,
  writeDeadlineMs: WRITE_DEADLINE_MS,
  maxBytes: 256 * KIB,
  compressFromBytes: COMPRESS_FROM_BYTES,
  memoryShare: 0.1,
  isShown: true,
  isRecorded: true,
};

/** The policy of each category. The shares of memory add up to one. */
export const CACHE_POLICIES: Readonly<Record<CacheCategory, CachePolicy>> = {
  [CacheCategory.USER_DATA]: {
    ...SHARED,
    privacy: "private",
    agreement: "exact",
    ttlMs: 5 * MINUTE,
    maxBytes: 64 * KIB,
    memoryShare: 0.05,
    isShown: false,
  },
  // A position is worth little after seconds: sending it anywhere takes longer than measuring the next.
  [CacheCategory.LOCATION]: {
    ...SHARED,
    privacy: "private",
    reach: "memory",
    ttlMs: 10 * SECOND,
    jitter: 0,
    maxBytes: 16 * KIB,
    memoryShare: 0.03,
    isShown: false,
    isRecorded: false,
  },
  // Roads change by the day; a way of yesterday is better than none while the engine is down.
  [CacheCategory.ROUTE]: {
    ...SHARED,
    ttlMs: DAY,
    staleMs: DAY,
    staleIfErrorMs: 7 * DAY,
    negativeTtlMs: 10 * MINUTE,
    memoryShare: 0.45,
    isShown: false,
  },
  // Money: never an old one in place of an error. The id says everything the fare follows from, so that there is nothing to
  // agree on, and a fare is worked out sooner than any other tier has answered.
  [CacheCategory.PRICING]: {
    ...SHARED,
    reach: "memory",
    ttlMs: DAY,
    maxBytes: 64 * KIB,
    memoryShare: 0.2,
    isShown: false,
  },
  // What an index of ours found, sooner than any other tier would answer; the id says which landmarks it had.
  [CacheCategory.PLACE]: {
    ...SHARED,
    reach: "memory",
    ttlMs: DAY,
    memoryShare: 0.06,
    isShown: false,
    // Beginnings of what people type; and worked out before a record of them would be read.
    isRecorded: false,
  },
  // The service asks for peace; what it knows of a house number stays so for weeks.
  [CacheCategory.GEOCODE]: {
    ...SHARED,
    ttlMs: DAY,
    staleMs: DAY,
    staleIfErrorMs: 7 * DAY,
    negativeTtlMs: 10 * MINUTE,
    memoryShare: 0.05,
    isShown: false,
    isRecorded: false,
  },
  [CacheCategory.TARIFF]: {
    ...SHARED,
    agreement: "exact",
    ttlMs: 10 * MINUTE,
    memoryShare: 0.02,
  },
  [CacheCategory.PAGE]: {
    ...SHARED,
    ttlMs: 5 * MINUTE,
    staleMs: HOUR,
    staleIfErrorMs: DAY,
    memoryShare: 0.09,
  },
  // The versionstamp in the id says what it was read at, so that nothing has to be told of a change.
  [CacheCategory.QUERY]: {
    ...SHARED,
    privacy: "private",
    reach: "memory",
    ttlMs: 10 * MINUTE,
    memoryShare: 0.05,
    isShown: false,
    isRecorded: false,
  },
};

/** Parts of a policy that a caller may choose for one key; where and for whom it is kept are the table's alone. */
export type PolicyChoice = Partial<
  Pick<CachePolicy, "ttlMs" | "staleMs" | "staleIfErrorMs" | "negativeTtlMs" | "jitter">
>;

/** The longest any entry of a policy can be given, in milliseconds from when it was loaded. */
export function longestLifeMs(
  { ttlMs, staleMs, staleIfErrorMs }: Pick<CachePolicy, "ttlMs" | "staleMs" | "staleIfErrorMs">,
): number {
  return ttlMs + Math.max(staleMs, staleIfErrorMs);
}
