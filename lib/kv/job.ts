// Work to do at a time, and the kinds of it.
import { z } from "zod";
import { isUlid } from "../kernel/ulid.ts";

/** One piece of work as it is stored. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** What the kind's schema takes; ids only, never personal data. */
  payload: z.unknown(),
  attempts: z.int().min(0),
  lastError: z.string(),
});

/** One piece of work. */
export type Job = z.infer<typeof jobSchema>;

/** True for what the id of a job looks like: a ULID, or of work that a thing has one of, the kind and the thing's. */
export function isJobId(id: string): boolean {
  const [first = "", second, ...more] = id.split(" ");
  if (second === undefined) return isUlid(first);
  return more.length === 0 && /^[a-z-]{1,60}$/.test(first) && isUlid(second);
}

/** Work that failed too often, kept for a person. */
export interface DeadJob extends Job {
  /** When it was set aside, ISO in UTC; null on rows of the first release, which did not say. */
  diedAt: string | null;
}

/** A dead job as an earlier release wrote it. */
export function readDeadJob(stored: unknown): DeadJob {
  return { ...jobSchema.parse(stored), diedAt: null };
}

/** A kind of work: its name in the table, the shape of its payload, and who does it with what. */
export interface JobKind<Deps, Payload> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  readonly handler: (deps: Deps, payload: Payload) => Promise<unknown>;
  readonly mostPerRound: number;
  readonly mostAttempts: number;
}

/** Failures after which a job is set aside for a person, unless its kind says otherwise. */
export const MAX_JOB_ATTEMPTS = 8;

/**
 * Declares a kind of work. The handler is called at least once a job and must be idempotent. `mostPerRound` bounds
 * what a wrong clock can do before somebody sees it; `mostAttempts` how often a job is tried before a person must look.
 */
export function jobKind<Deps, Payload>(
  name: string,
  schema: z.ZodType<Payload>,
  handler: (deps: Deps, payload: Payload) => Promise<unknown>,
  mostPerRound = Infinity,
  mostAttempts = MAX_JOB_ATTEMPTS,
): JobKind<Deps, Payload> {
  return { name, schema, handler, mostPerRound, mostAttempts };
}

/** A kind with what it needs: what a worker calls. */
export interface BoundJob {
  readonly name: string;
  /** Most jobs of this kind in one round; the others stay due. */
  readonly mostPerRound: number;
  /** Failures after which one is set aside for a person. */
  readonly mostAttempts: number;
  /** Throws PayloadError when the payload does not fit the kind, else what the handler throws. */
  run(payload: unknown): Promise<unknown>;
}

/** The payload of a job does not fit its kind: no further try can mend that. */
export class PayloadError extends Error {
  override name = "PayloadError";
}

/** Gives a kind what its handler needs. */
export function bindJob<Deps, Payload>(kind: JobKind<Deps, Payload>, deps: Deps): BoundJob {
  return {
    name: kind.name,
    mostPerRound: kind.mostPerRound,
    mostAttempts: kind.mostAttempts,
    async run(payload) {
      const parsed = kind.schema.safeParse(payload);
      if (!parsed.success) throw new PayloadError(`${kind.name}: ${parsed.error.message}`);
      return await kind.handler(deps, parsed.data);
    },
  };
}
