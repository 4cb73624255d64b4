// Runs of the whole checkout whose processes are cut again and again: some people at a time over one database, until all their
// rides are over and nothing is left to be done.
import type { Services } from "../../../lib/assembly/services.ts";
import { type Random, seeded, wholeBelow } from "../random.ts";
import {
  bookingOf,
  books,
  callsOff,
  chooses,
  driveOn,
  givesBack,
  moves,
  type Person,
  posts,
  visits,
} from "./checkout-deeds.ts";
import { PaidWorld } from "./paid-world.ts";
import { answersBank, paysOnPage, typesCard } from "./payer.ts";
import { assertAlways, assertAtRest } from "./stripe-truth.ts";

/** People of one world: each is a run of the checkout. */
export const PEOPLE = 10;
/** What each of them does before the days of their rides come, about. */
const DEEDS_EACH = 14;
/** What is left to be done comes due within a day: tries of jobs again, and rides nobody drove that expire. */
const REST_MINUTES = [2, 11, 11, 60, 23 * 60, 11, 11] as const;

/** As long as a car waits before its customer counts as not come, and longer. */
const WAITED_MINUTES = 20;

/** What happened in one world. */
export interface RunReport {
  cuts: string[];
  /** How the rides ended. */
  ends: Record<string, number>;
}

/** Some people and their rides, from first to last. Throws AssertionError with the seed and what happened. */
export async function runCheckouts(seed: number): Promise<RunReport> {
  const random = seeded(seed);
  await using world = await PaidWorld.begin(random);
  const people = Array.from({ length: PEOPLE }, (_, n) => aPerson(random, n));
  const said: string[] = [];
  let n = 0;
  const confirmed = new Set<string>();
  const look = () => assertAlways(world.witness.db, world.stripe.books, confirmed);
  try {
    for (let deeds = 0; deeds < DEEDS_EACH * PEOPLE; deeds++) {
      // Mostly the same goes on: who leaves the page for a quarter of an hour has lost the car.
      if (random() < 0.3) n = wholeBelow(random, PEOPLE);
      const person = people[n];
      if (person === undefined) continue;
      const { length } = world.cuts;
      const name = await aDeed(world, person, random);
      said.push([`${n} ${name}`, ...world.cuts.slice(length)].join(", cut "));
      await look();
    }
    for (const person of await byPickup(world, people)) {
      said.push(await itsDay(world, person, random));
      await look();
    }
    await rests(world);
    const inHands = new Set(people.flatMap(({ tabs, pages }) => [...tabs, ...pages.map(idOfPage)]));
    const nowMs = world.clock.now().epochMilliseconds;
    await assertAtRest(world.witness.db, world.stripe.books, { nowMs, inHands });
  } catch (error) {
    throw new Error(`Seed ${seed} after:\n${said.slice(-80).join("\n")}`, { cause: error });
  }
  return { cuts: world.cuts, ends: await endsOf(world, people) };
}

function idOfPage(url: string): string {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

function aPerson(random: Random, n: number): Person {
  const isFar = n % 4 === 3;
  const day = isFar ? 15 + n : 25 + n % 4;
  const month = isFar ? 12 : 11;
  return {
    key: `checkout-${n}-${wholeBelow(random, 1_000_000)}`,
    phone: `+467012345${String(n).padStart(2, "0")}`,
    wallTime: `2026-${month}-${day}T${String(8 + n).padStart(2, "0")}:00`,
    method: !isFar && random() < 0.4 ? "swish" : "card",
    ...{ quoteId: null, bookingId: null, link: "", tabs: [], pages: [] },
  };
}

/** Something of what people and machines do at any time; its name. */
async function aDeed(world: PaidWorld, person: Person, random: Random): Promise<string> {
  if (person.bookingId === null) {
    await world.does((services) => books(services, person));
    return "books";
  }
  const [name, deed] = DEEDS[wholeBelow(random, DEEDS.length)] ?? DEEDS[0];
  await deed(world, person, random);
  return name;
}

type NamedDeed = [
  string,
  (world: PaidWorld, person: Person, random: Random) => Promise<unknown>,
];

const visit: NamedDeed = [
  "visits",
  (world, person) => world.does((services) => visits(services, person)),
];
const type: NamedDeed = [
  "types a card",
  (world, person, random) => Promise.resolve(typesCard(world.stripe, person, random)),
];
const hear: NamedDeed = ["is told of", (world, _, random) => hears(world, random)];
const work: NamedDeed = ["works", (world, _, random) => {
  world.clock.advance({ seconds: random() < 0.1 ? 900 : wholeBelow(random, 30) });
  return world.works();
}];

/** As most people do: they open the page, pay, and come back. */
const pay: NamedDeed = ["pays", async (world, person, random) => {
  const isOnPage = person.method === "swish";
  const opens = (services: Services) =>
    isOnPage ? chooses(services, person, person.method) : visits(services, person);
  if (!await world.does(opens)) return;
  const newest = { ...person, tabs: person.tabs.slice(-1), pages: person.pages.slice(-1) };
  if (isOnPage) await paysOnPage(newest, random);
  else typesCard(world.stripe, newest, random);
  await world.does((services) => visits(services, person));
}];

const DEEDS: readonly [NamedDeed, ...NamedDeed[]] = [
  ...[pay, pay, pay, pay, visit, type, type, hear, hear, work, work] as const,
  ["answers the bank", (world, person, random) => {
    return Promise.resolve(answersBank(world.stripe, person, random));
  }],
  ["chooses the same", (world, person) => {
    return world.does((services) => chooses(services, person, person.method));
  }],
  ["chooses another", (world, person, random) => {
    person.method = person.method === "card" && random() < 0.7 ? "swish" : "card";
    return world.does((services) => chooses(services, person, person.method));
  }],
  ["pays on their page", (_, person, random) => paysOnPage(person, random)],
  ["moves the ride", (world, person, random) => {
    const hour = String(8 + wholeBelow(random, 15)).padStart(2, "0");
    const time = `${person.wallTime.slice(0, 11)}${hour}:30`;
    return world.does((services) => moves(services, person, time));
  }],
  ["calls it off or not", (world, person, random) => {
    if (random() > 0.5) return Promise.resolve();
    return world.does((services) => callsOff(services, person));
  }],
  ["gives back", (world, person) => world.insists((services) => givesBack(services, person, 100))],
];

/** Events come in any order, twice, or not at all. */
async function hears(world: PaidWorld, random: Random): Promise<void> {
  const at = wholeBelow(random, world.events.length);
  const event = world.events[at];
  if (event === undefined) return;
  const chance = random();
  if (chance < 0.75) await world.does((services) => posts(services, event));
  if (chance > 0.2) world.events.splice(at, 1);
}

/** Those who have a ride, in the order of their pickups. */
async function byPickup({ witness }: PaidWorld, people: Person[]) {
  const rides = await Promise.all(people.map(async (person) => ({
    person,
    at: (await bookingOf(witness, person))?.trip.pickup.instant ?? "",
  })));
  return rides.filter(({ at }) => at !== "").sort((a, b) => a.at < b.at ? -1 : 1)
    .map(({ person }) => person);
}

/** The day of a ride comes, and what becomes of it; what is due before it is done in its time. */
async function itsDay(world: PaidWorld, person: Person, random: Random): Promise<string> {
  const booking = await bookingOf(world.witness, person);
  if (booking === null) return "nothing";
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  for (const beforeMs of [6 * 24 * 60 * 60_000 - 60_000, 60 * 60_000, -15 * 60_000]) {
    const dueMs = pickupMs - beforeMs;
    if (dueMs <= world.clock.now().epochMilliseconds) continue;
    world.clock.set(Temporal.Instant.fromEpochMilliseconds(dueMs).toString());
    await world.works();
    if (beforeMs > 0 && random() < 0.1) await world.does((one) => callsOff(one, person));
  }
  const chance = random();
  if (chance > 0.9) return "nobody drives";
  const end = chance < 0.7 ? "complete" : "mark-no-show";
  let goesOn = true;
  while (goesOn) {
    goesOn = false;
    if (end === "mark-no-show") world.clock.advance({ minutes: WAITED_MINUTES });
    await world.insists(async (services) => void (goesOn = await driveOn(services, person, end)));
  }
  await world.works();
  if (random() < 0.3) await world.does((services) => givesBack(services, person, 1_000));
  return end;
}

/** Nobody dies any more, and everything that is due is done. */
async function rests(world: PaidWorld): Promise<void> {
  await world.calm();
  for (const minutes of REST_MINUTES) {
    world.clock.advance({ minutes });
    await world.works();
  }
}

async function endsOf({ witness }: PaidWorld, people: Person[]) {
  const ends: Record<string, number> = {};
  for (const person of people) {
    const status = (await bookingOf(witness, person))?.status ?? "never booked";
    ends[status] = (ends[status] ?? 0) + 1;
  }
  return ends;
}
