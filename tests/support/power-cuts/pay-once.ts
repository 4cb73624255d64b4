// A process that lets people pay until it is killed: `pay-once.ts DATABASE STRIPE_URL NOW_MS SEED [first]`. It says each step
// before and after it, so that whoever kills it can do so between any two, and each page of Stripe's that somebody got to see.
import { readRoomFeeds, runRoomJobs } from "../../../lib/assembly/work.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { Booking } from "../../../lib/booking/booking.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import { manageLink } from "../../../lib/booking/manage-link.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { GatewayError } from "../../../lib/errors/gateway-error.ts";
import { manualClock } from "../../../lib/kernel/clock.ts";
import { keptLog } from "../kept-log.ts";
import { oneOf, type Random, seeded, wholeBelow } from "../random.ts";
import { testServices } from "../services.ts";
import { stripeEnvironment } from "../stripe.ts";
import { books, callsOff, chooses, driveOn, type Person, visits } from "./checkout-deeds.ts";
import { paysOnPage } from "./payer.ts";
import { Power, poweredDatabase, PoweredDependencies } from "./power.ts";

/** Most deeds of one life; whoever outlives them ends by itself, which is a mistake of the killer's. */
const MOST_DEEDS = 400;

class ToldPower extends Power {
  override async step<Result>(name: () => string, call: () => Promise<Result>): Promise<Result> {
    say(`before ${name()}`);
    const result = await super.step(name, call);
    say(`after ${name()}`);
    return result;
  }
}

if (import.meta.main) {
  const [database = "", url = "", nowMs = "", seed = "", first] = Deno.args;
  const power = new ToldPower(Infinity);
  const clock = manualClock(Temporal.Instant.fromEpochMilliseconds(Number(nowMs)).toString());
  const now = () => clock.now().epochMilliseconds;
  await using test = await testServices({
    ...{ database, existing: first === undefined, environment: stripeEnvironment(url) },
    wrap: (db) => poweredDatabase(db, power),
    parts: {
      clock,
      dependencies: new PoweredDependencies(power, { log: keptLog().log, clock, now }),
    },
  });
  const { services } = test;
  await readRoomFeeds(services);
  say("begins");
  const random = seeded(Number(seed));
  for (let deeds = 0; deeds < MOST_DEEDS; deeds++) {
    try {
      await aDeed(services, random, Number(seed) * MOST_DEEDS + deeds);
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof GatewayError)) throw error;
    }
  }
}

async function aDeed(services: Services, random: Random, n: number): Promise<void> {
  const waiting = await bookingsOf(services, "awaiting-payment");
  const confirmed = await bookingsOf(services, "confirmed");
  const [chance, some] = [random(), [...waiting, ...confirmed]];
  if (chance < 0.25) return await runRoomJobs(services).then(() => readRoomFeeds(services));
  if (some.length === 0 || chance < 0.4) return await books(services, personOf(n, random));
  if (chance < 0.5 || waiting.length === 0) {
    const person = await holderOf(services, oneOf(random, some));
    return random() < 0.5 ? await callsOff(services, person) : await drives(services, person);
  }
  const person = await holderOf(services, oneOf(random, waiting));
  await chooses(services, person, person.method);
  for (const page of person.pages) say(`page ${page}`);
  await paysOnPage(person, random);
  if (random() < 0.7) await visits(services, person);
}

async function drives(services: Services, person: Person): Promise<void> {
  while (await driveOn(services, person, "complete"));
}

function personOf(n: number, random: Random): Person {
  const day = 24 + wholeBelow(random, 5);
  return {
    ...{ key: `killed-${n}`, phone: `+4670${String(1_000_000 + n).slice(-7)}` },
    wallTime: `2026-11-${day}T${String(7 + wholeBelow(random, 15)).padStart(2, "0")}:00`,
    method: random() < 0.4 ? "swish" : "card",
    ...{ quoteId: null, bookingId: null, link: "", tabs: [], pages: [] },
  };
}

/** Whoever has the link of a booking. */
async function holderOf({ linkKey }: Services, { id, payment }: Booking): Promise<Person> {
  const link = await manageLink(linkKey, id);
  return {
    ...{ key: id, phone: "", wallTime: "", method: payment.method, quoteId: null },
    ...{ bookingId: id, link, tabs: [], pages: [] },
  };
}

async function bookingsOf({ db }: Services, status: Booking["status"]): Promise<Booking[]> {
  const rows = db.read.list<Booking>({ prefix: bookingKeys.booking.prefix });
  const all = (await Array.fromAsync(rows)).map(({ value }) => value);
  return all.filter((booking) => booking.status === status);
}

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
