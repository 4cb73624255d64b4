// Sends hostile requests to a route, one after another, and collects what the product does wrong.
import { FAULTS_PATH } from "../../../lib/kernel/paths.ts";
import { anOperator } from "../operator.ts";
import { recordsOf } from "../kept-log.ts";
import type { Random } from "../random.ts";
import { hostileRequest } from "./request.ts";
import type { Target } from "./surface.ts";
import { answered, complaints } from "./verdict.ts";
import type { World } from "./world.ts";

/** What came of it. */
export interface AttackFigures {
  requests: number;
  /** How many answers of each status. */
  statuses: Map<number, number>;
  /** What was wrong, each with the request that showed it. */
  faults: string[];
}

/** Most faults that are told of: more of them have one cause. */
const MAX_FAULTS = 20;
/** An answer that takes longer, in milliseconds, never comes: the slowest page takes a twentieth of it. */
const DEADLINE_MS = 20_000;
/** Longest time between two requests, in milliseconds: quotes run out and limits are lifted on the way. */
const MAX_STEP_MS = 2_000;

/** Sends `count` requests to a route. Throws when an answer does not come. */
export async function attack(
  world: World,
  target: Target,
  { count, random }: { count: number; random: Random },
): Promise<AttackFigures> {
  const figures: AttackFigures = { requests: 0, statuses: new Map(), faults: [] };
  const { statuses, faults } = figures;
  world.written();
  for (; figures.requests < count && faults.length < MAX_FAULTS; figures.requests++) {
    world.test.clock.advance({ milliseconds: Math.floor(random() * MAX_STEP_MS) });
    const asked = hostileRequest(target, world.operator, random);
    const errors = world.test.records.length;
    const one = await inTime(world.app(asked.request).then(answered), asked.said);
    const { status } = one.response;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const found = complaints(asked, one, world.written());
    for (const { event, stack } of recordsOf(world.test.records.slice(errors), "error")) {
      // What a page reports is a failure of ours, and logged as one: that is what the route is for.
      if (target.route === FAULTS_PATH && status < 300 && event === "an operation failed") continue;
      found.push(`an error in the log: ${event} ${stack ?? ""}`);
    }
    if ("polluted" in {}) found.push("every object is polluted");
    faults.push(...found.map((fault) => `${target.route}: ${fault}; ${asked.said}`));
    if (status === 401 && asked.isSignedIn) {
      world.operator = await anOperator(world.services);
      world.written();
    }
  }
  // The records are those of a company that is attacked for days.
  world.test.records.length = 0;
  return figures;
}

async function inTime<Answer>(answer: Promise<Answer>, said: string): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer to ${said}`)), DEADLINE_MS);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
