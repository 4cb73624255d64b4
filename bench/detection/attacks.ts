// People who mean harm, from those who are loud to those who keep just below what a limit allows: each attack with what
// must be found of it.
import type { DetectorName, IdentityKind } from "../../lib/detection/finding.ts";
import { BEGIN_MS, DAYS } from "./benign.ts";
import type { Chance } from "./chance.ts";
import { type Visit, VisitWriter } from "./session.ts";

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

/** One attack. */
export interface Attack extends Visit {
  detector: DetectorName;
  identity: { kind: IdentityKind; mark: string };
}

type Plant = (visit: VisitWriter, chance: Chance, mark: string) => void;

/** What is planted: the detector that must see it, whom it must name, how it goes. */
export const ATTACKS: readonly (readonly [DetectorName, IdentityKind, Plant])[] = [
  ["credential-stuffing", "network", stuffs],
  ["account-guessing", "account", guesses],
  ["code-guessing", "network", guessesCodes],
  ["scraping", "network", scrapes],
  ["enumeration", "network", enumerates],
  ["session-in-two-places", "session", usesStolen],
  ["unusual-reading", "person", reads],
  ["off-hours-export", "person", exports],
  ["secret-probing", "network", probes],
];

/** Most attacks of one kind: each of the staff has a day of their own, after a week of work. */
export const MOST_ATTACKS = 12 * 6;

/** `count` of each, at most MOST_ATTACKS, with identities of their own. */
export function* attacks(chance: Chance, count: number): Generator<Attack> {
  for (const [detector, kind, plant] of ATTACKS) {
    for (let i = 0; i < count; i++) {
      const isStaff = kind === "person";
      // Whoever reads by night once is no longer somebody who never works at night.
      const who = detector === "off-hours-export" ? 12 + i % 12 : i % 12;
      const mark = isStaff ? `person-${who}` : `${detector}-${i}`;
      const day = isStaff ? DAYS - 1 - Math.floor(i / 12) % 6 : chance.whole(0, DAYS - 1);
      const hour = detector === "off-hours-export"
        ? chance.one([0, 1, 2, 22, 23])
        : 24 * chance.next();
      const startMs = BEGIN_MS + day * DAY_MS + hour * HOUR_MS;
      const own = { network: `bad-${detector}-${i}`, device: "Chrome · Windows", [kind]: mark };
      const visit = new VisitWriter(chance, startMs, own);
      plant(visit, chance, mark);
      yield { persona: detector, events: visit.events, detector, identity: { kind, mark } };
    }
  }
}

/** A list of lost passwords, one each; one in fifty is right. The limits end it at fifty an hour. */
function stuffs(visit: VisitWriter, chance: Chance, mark: string): void {
  const tries = chance.whole(12, 50);
  for (let i = 0; i < tries; i++) {
    const account = `victim-${mark}-${i}`;
    visit.does("sign-in-try", { account }, [1, 60]);
    if (chance.is(0.02)) visit.does("sign-in-right", { account }, [0, 1]);
  }
}

/** One account, from many networks, as fast as its limit lets it. */
function guesses(visit: VisitWriter, chance: Chance, mark: string): void {
  const hours = chance.whole(2, 8);
  for (let hour = 0; hour < hours; hour++) {
    visit.repeats(10, "sign-in-try", (i) => ({ network: `bot-${mark}-${i}` }), [20, 200]).rests(30);
  }
}

function guessesCodes(visit: VisitWriter, chance: Chance, mark: string): void {
  const targets = chance.whole(5, 30);
  visit.repeats(chance.whole(14, 60), "code-try", (i) => ({ target: `${mark} ${i % targets}` }), [
    1,
    50,
  ]);
}

function scrapes(visit: VisitWriter, chance: Chance, mark: string): void {
  visit.repeats(chance.whole(240, 900), "price-asked", (i) => ({ target: `${mark} ${i}` }), [
    1,
    chance.whole(3, 20),
  ]);
}

function enumerates(visit: VisitWriter, chance: Chance, mark: string): void {
  visit.repeats(chance.whole(18, 200), "secret-unknown", (i) => ({ target: `${mark} ${i}` }), [
    0,
    chance.whole(1, 60),
  ]);
}

/** The owner and the thief take turns; a careful thief comes when the owner is away. */
function usesStolen(visit: VisitWriter, chance: Chance, mark: string): void {
  const isCareful = chance.is(0.1);
  for (let i = 0; i < chance.whole(3, 12); i++) {
    visit.moves({ network: `home ${mark}`, device: "Safari · iPhone" });
    visit.repeats(chance.whole(1, 3), "session-used", () => ({}), [5, 60]);
    if (isCareful) visit.rests(20);
    visit.moves({ network: `thief ${mark}`, device: "Chrome · Windows" });
    visit.repeats(chance.whole(1, 3), "session-used", () => ({}), [5, 60]);
    if (isCareful) visit.rests(20);
  }
}

/** From twice what a busy day has to everything there is. */
function reads(visit: VisitWriter, chance: Chance): void {
  visit.repeats(chance.whole(250, 1_500), "staff-read", () => ({ subjects: chance.whole(1, 3) }), [
    1,
    6,
  ]);
}

function exports(visit: VisitWriter): void {
  visit.does("staff-export");
}

function probes(visit: VisitWriter, chance: Chance, mark: string): void {
  visit.repeats(chance.whole(4, 60), "report-unknown", (i) => ({ target: `${mark} ${i}` }), [
    1,
    60,
  ]);
}
