// A product whose processes die, over one database, and the local Stripe that goes on beside it. Whatever is known after a cut
// stands in rows, or at Stripe.
import { readRoomFeeds, runRoomJobs } from "../../../lib/assembly/work.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { GatewayError } from "../../../lib/errors/gateway-error.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { type ManualClock, manualClock } from "../../../lib/kernel/clock.ts";
import { type Database, openDatabase } from "../../../lib/kv/open.ts";
import type { StripeEvent } from "../../../scripts/local-stripe/objects.ts";
import { type LocalStripe, startLocalStripe } from "../../../scripts/local-stripe/server.ts";
import { keptLog } from "../kept-log.ts";
import { oneOf, type Random, wholeBelow } from "../random.ts";
import { TEST_NOW, type TestServices, testServices } from "../services.ts";
import { stripeEnvironment } from "../stripe.ts";
import { Power, poweredDatabase, PoweredDependencies } from "./power.ts";

/** A job whose process died is somebody else's after that long, and a little more. */
const AFTER_LEASE = { seconds: 61 };
/** Most steps of one life before it may end: about as many as a booking has from its quote to its receipt. */
const MOST_STEPS = 100;
/** Most steps are looks; where money moves, and where that is written down, processes die more often than by chance. */
const WHERE = [
  ...[/./, /POST/, /after POST/, /commit of .*payment/],
  ...[/after POST .*(refunds|capture|confirm|cancel)/, /after POST .*refunds/],
];
/** More deaths of one deed than there are steps in it would be a loop. */
const MOST_LIVES = 400;

/** What people wanted, and what it came to. */
export type Deed = (services: Services) => Promise<unknown>;

/** All of it. */
export class PaidWorld implements AsyncDisposable {
  readonly clock: ManualClock = manualClock(TEST_NOW);
  readonly stripe: LocalStripe;
  /** Events of Stripe's that nobody has posted to us yet. */
  readonly events: StripeEvent[] = [];
  /** Where processes were cut. */
  readonly cuts: string[] = [];
  readonly #db: Database;
  readonly #random: Random;
  #life: { test: TestServices; power: Power } | null = null;
  #witness: TestServices | null = null;
  #isCut = true;

  private constructor(db: Database, random: Random) {
    this.#db = db;
    this.#random = random;
    this.stripe = startLocalStripe({ now: () => this.clock.now().epochMilliseconds });
    this.stripe.books.listen((event) => void this.events.push(event));
  }

  /** One with a fleet and prices. */
  static async begin(random: Random): Promise<PaidWorld> {
    const world = new PaidWorld(await openDatabase(":memory:"), random);
    world.#witness = await world.#process(new Power(Infinity), false);
    // Readers begin where the feed ends when they read for the first time.
    await readRoomFeeds(world.#witness.services);
    return world;
  }

  /** Those of a process that only looks, and is never cut. */
  get witness(): Services {
    if (this.#witness === null) throw new Error("nobody looks");
    return this.#witness.services;
  }

  /** Nobody dies from now on. */
  async calm(): Promise<void> {
    this.#isCut = false;
    await this.#end();
  }

  /** Somebody wants something; true when it was done, false when it was refused or its process died. */
  async does(deed: Deed): Promise<boolean> {
    const { power, test } = this.#life ?? await this.#begin();
    try {
      await deed(test.services);
      return !power.isOff || await this.#buried();
    } catch (error) {
      if (power.isOff) return await this.#buried();
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  /** Until it is done, however often its process dies. */
  async insists(deed: Deed): Promise<void> {
    for (let lives = 0; lives < MOST_LIVES; lives++) {
      const before = this.cuts.length;
      if (await this.does(deed) || this.cuts.length === before) return;
    }
    throw new Error("it is never done");
  }

  /** Jobs that are due, and readers. */
  async works(): Promise<void> {
    await this.insists(async (services) => {
      await runRoomJobs(services);
      await readRoomFeeds(services);
      await runRoomJobs(services);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
    await this.#witness?.[Symbol.asyncDispose]();
    this.#db.close();
    await this.stripe[Symbol.asyncDispose]();
  }

  /** Ids, too, are the same for the same seed. */
  readonly #randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
    Uint8Array.from({ length }, () => wholeBelow(this.#random, 256));

  async #begin() {
    const steps = this.#isCut ? 1 + wholeBelow(this.#random, MOST_STEPS) : Infinity;
    const power = new Power(steps, oneOf(this.#random, WHERE));
    return this.#life = { test: await this.#process(power, true), power };
  }

  async #process(power: Power, existing: boolean): Promise<TestServices> {
    const { clock } = this;
    const now = () => clock.now().epochMilliseconds;
    const dependencies = new PoweredDependencies(power, { log: keptLog().log, clock, now });
    return await testServices({
      existing,
      environment: stripeEnvironment(this.stripe.url),
      wrap: (opened) => {
        opened.close();
        return poweredDatabase(this.#db, power);
      },
      parts: { clock, dependencies, randomBytes: this.#randomBytes },
    });
  }

  /** The next life begins when the leases of this one are over. */
  async #buried(): Promise<false> {
    if (this.#life !== null) this.cuts.push(this.#life.power.cutAt);
    await this.#end();
    this.clock.advance(AFTER_LEASE);
    return false;
  }

  async #end(): Promise<void> {
    await this.#life?.test[Symbol.asyncDispose]();
    this.#life = null;
  }
}

/** What people and programs are told, and what is tried again. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError || error instanceof RequestError ||
    error instanceof GatewayError;
}
