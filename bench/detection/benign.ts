// People who mean no harm, as they come in a fortnight: fingers that slip, hotels and offices behind one address, airports,
// screen readers, phones that are slow and change networks, and staff by day and by night.
import type { Chance } from "./chance.ts";
import { type Visit, VisitWriter } from "./session.ts";

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Days the visits are spread over. */
export const DAYS = 14;
/** A Monday, 05:00 UTC. */
export const BEGIN_MS = Date.parse("2026-11-23T00:00:00Z");

/** Networks many people share, and how many visits of a hundred come from one of each kind. */
const SHARED = [
  { kind: "airport", count: 4, part: 0.09 },
  { kind: "hotel", count: 40, part: 0.05 },
  { kind: "office", count: 120, part: 0.06 },
  { kind: "carrier", count: 60, part: 0.25 },
] as const;
const DEVICES = ["Chrome · Android", "Safari · iPhone", "Chrome · Windows", "Firefox · Linux"];

/** Personas of guests and customers, and how many of a thousand visits are theirs. */
const PERSONAS: readonly (readonly [name: string, perMille: number, write: Persona])[] = [
  ["a guest who books", 330, guest],
  ["somebody who signs in", 250, signsIn],
  ["fat fingers", 130, fatFingers],
  ["who has forgotten the password", 20, forgotten],
  ["who types a code wrong", 40, wrongCode],
  ["who compares prices", 70, compares],
  ["a concierge", 15, concierge],
  ["a screen reader", 30, screenReader],
  ["a slow phone on the move", 60, slowPhone],
  ["who opens old links", 40, oldLinks],
  ["who switches to the desktop page", 15, switches],
];

type Persona = (
  visit: VisitWriter,
  chance: Chance,
  own: { account: string; network: string },
) => void;

/** Visits of guests and customers; `count` of them, in no order. */
export function* customers(chance: Chance, count: number): Generator<Visit> {
  for (let i = 0; i < count; i++) {
    const [persona, , write] = personaOf(chance);
    const network = networkOf(chance, i);
    // A third of them come again and again.
    const account = chance.is(0.3) ? `account-${chance.whole(0, 5_000)}` : `account-new-${i}`;
    const own = { network, account, session: `session-${i}`, device: chance.one(DEVICES) };
    const visit = new VisitWriter(chance, momentOfDay(chance), own);
    write(visit, chance, { account, network });
    yield { persona, events: visit.events };
  }
}

/** Shifts of the staff over the fortnight: 24 by day, 4 by night, 2 who do the books. */
export function* staff(chance: Chance): Generator<Visit> {
  for (let day = 0; day < DAYS; day++) {
    for (let who = 0; who < 30; who++) {
      if (chance.is(0.25)) continue;
      const persona = who < 24 ? "a day shift" : who < 28 ? "a night shift" : "the books";
      const begins = persona === "a night shift"
        ? 20.5
        : persona === "the books"
        ? 8
        : 5 + 4 * chance.next();
      const startMs = BEGIN_MS + day * DAY_MS + begins * HOUR_MS;
      const own = { network: "central", person: `person-${who}`, session: `shift-${who}-${day}` };
      const visit = new VisitWriter(chance, startMs, { ...own, device: "Chrome · Windows" });
      // A few bookings at a time; some days are four times as busy as others.
      const busy = chance.one([1, 1, 1, 1.5, 2, 4]);
      const looks = persona === "the books" ? 12 : Math.round(busy * chance.whole(25, 50));
      visit.repeats(looks, "staff-read", () => ({ subjects: chance.whole(1, 3) }), [
        60,
        700 / busy,
      ]);
      if (persona !== "a day shift" || chance.is(0.15)) visit.does("staff-export", {}, [60, 900]);
      if (chance.is(0.2)) visit.repeats(2, "staff-export", () => ({}), [30, 300]);
      yield { persona, events: visit.events };
    }
  }
}

function personaOf(chance: Chance): (typeof PERSONAS)[number] {
  let left = chance.whole(0, PERSONAS.reduce((sum, [, perMille]) => sum + perMille, 0) - 1);
  for (const persona of PERSONAS) {
    left -= persona[1];
    if (left < 0) return persona;
  }
  throw new RangeError("Cannot choose a persona");
}

function networkOf(chance: Chance, i: number): string {
  let left = chance.next();
  for (const { kind, count, part } of SHARED) {
    left -= part;
    if (left < 0) return `${kind}-${chance.whole(1, count)}`;
  }
  return `home-${i % 40_000}`;
}

/** More by day than by night, and waves in the morning and the evening. */
function momentOfDay(chance: Chance): number {
  const wave = chance.is(0.5);
  const hour = wave ? chance.one([6, 7, 15, 16, 17]) + chance.next() : 24 * chance.next();
  return BEGIN_MS + chance.whole(0, DAYS - 1) * DAY_MS + hour * HOUR_MS;
}

function guest(visit: VisitWriter, chance: Chance): void {
  visit.repeats(chance.whole(1, 4), "price-asked");
  if (chance.is(0.6)) {
    visit.does("booked").repeats(chance.whole(1, 8), "ticket-read", () => ({ target: "own" }));
  }
}

function signsIn(visit: VisitWriter, chance: Chance): void {
  visit.does("sign-in-try").does("sign-in-right", {}, [0, 1]);
  visit.repeats(chance.whole(1, 5), "session-used").repeats(chance.whole(0, 3), "price-asked");
}

function fatFingers(visit: VisitWriter, chance: Chance): void {
  visit.repeats(1 + chance.times(0.45, 8), "sign-in-try", () => ({}), [4, 30]);
  // A few give up.
  if (chance.is(0.94)) {
    visit.does("sign-in-try").does("sign-in-right", {}, [0, 1]).does("session-used");
  }
}

function forgotten(visit: VisitWriter, chance: Chance): void {
  // The limits let ten an hour through, and people come back later.
  visit.repeats(2 + chance.times(0.65, 8), "sign-in-try", () => ({}), [5, 60]);
  if (chance.is(0.2)) visit.does("limit-hit");
  if (chance.is(0.25)) {
    visit.rests(90).repeats(1 + chance.times(0.5, 5), "sign-in-try", () => ({}), [5, 60]);
  }
  if (chance.is(0.8)) {
    visit.does("code-try", { target: "own" }).does("code-right", { target: "own" }, [0, 1]);
  }
}

function wrongCode(visit: VisitWriter, chance: Chance): void {
  visit.repeats(1 + chance.times(0.4, 4), "code-try", () => ({ target: "own" }), [5, 40]);
  if (chance.is(0.9)) {
    visit.does("code-try", { target: "own" }).does("code-right", { target: "own" }, [0, 1]);
  }
}

function compares(visit: VisitWriter, chance: Chance): void {
  visit.repeats(chance.whole(5, 30), "price-asked", () => ({}), [8, 90]);
  if (chance.is(0.25)) visit.does("booked");
}

function concierge(visit: VisitWriter, chance: Chance): void {
  for (let i = 0; i < chance.whole(4, 15); i++) {
    visit.repeats(chance.whole(1, 5), "price-asked", () => ({}), [10, 90]);
    if (chance.is(0.7)) visit.does("booked").does("ticket-read", { target: `for guest ${i}` });
  }
}

/** Pages are read anew when a part of them changes, and what was sent is sent twice. */
function screenReader(visit: VisitWriter, chance: Chance): void {
  visit.repeats(chance.whole(6, 25), "ticket-read", () => ({ target: "own" }), [1, 20]);
  visit.repeats(2, "sign-in-try", () => ({}), [0, 1]).repeats(2, "sign-in-right", () => ({}), [
    0,
    1,
  ]);
  visit.repeats(chance.whole(2, 10), "price-asked", () => ({}), [1, 10]);
  if (chance.is(0.2)) {
    visit.repeats(chance.whole(2, 15), "secret-unknown", () => ({ target: "old" }), [1, 10]);
  }
}

/** What got no answer is asked again; wifi and the mobile network take turns. */
function slowPhone(visit: VisitWriter, chance: Chance, { network }: { network: string }): void {
  const mobile = `carrier-${chance.whole(1, 60)}`;
  visit.does("sign-in-try").does("sign-in-right", {}, [0, 1]);
  for (let i = 0; i < chance.whole(2, 14); i++) {
    visit.moves({ network: i % 2 === 0 ? mobile : network });
    visit.repeats(chance.whole(1, 4), "session-used", () => ({}), [1, 60]);
    visit.repeats(chance.whole(0, 3), "price-asked", () => ({}), [1, 5]);
  }
}

function oldLinks(visit: VisitWriter, chance: Chance): void {
  const links = chance.whole(1, 4);
  visit.repeats(
    chance.whole(1, 12),
    "secret-unknown",
    () => ({ target: `link ${chance.whole(1, links)} ${links}` }),
    [1, 60],
  );
}

/** Another browser by its own words, once or twice; now and then on another network, too. */
function switches(visit: VisitWriter, chance: Chance, { network }: { network: string }): void {
  visit.does("sign-in-try").does("sign-in-right", {}, [0, 1]).does("session-used");
  for (let i = 0; i < chance.whole(1, 4); i++) {
    visit.moves({ device: DEVICES[i % DEVICES.length] ?? "" });
    if (chance.is(0.1)) visit.moves({ network: i % 2 === 0 ? "carrier-9" : network });
    visit.repeats(chance.whole(1, 4), "session-used", () => ({}), [5, 90]);
  }
}
