// Each detector at its threshold: one fewer finds nothing, and what means no harm is told from what does.
import assert from "node:assert/strict";
import { FOUND_AGAIN_MS } from "../../lib/detection/detector.ts";
import { Detectors } from "../../lib/detection/detectors.ts";
import type { DetectorName } from "../../lib/detection/finding.ts";
import {
  GUESSED_CODES,
  GUESSED_PASSWORDS,
  GUESSED_TARGETS,
  STUFFING_ACCOUNTS,
} from "../../lib/detection/guessing.ts";
import { ENUMERATED, JUMPS, PROBED, SCRAPED } from "../../lib/detection/looking.ts";
import { Memory } from "../../lib/detection/memory.ts";
import { Habits, READ_AT_LEAST, READ_TIMES } from "../../lib/detection/staff-habits.ts";
import {
  type SecurityEvent,
  SecurityEvents,
  type SecurityNote,
} from "../../lib/security/security-events.ts";

/** Ten in the morning in Sweden. */
const NOON_MS = Date.parse("2026-11-23T09:00:00Z");
const HOUR_MS = 60 * 60_000;

type Said = Omit<SecurityNote, "atMs"> & { atMs?: number };

/** What is found, by the name of who found it, of notes a second apart. */
function foundIn(notes: readonly Said[], habits = new Habits()): DetectorName[] {
  const detectors = new Detectors(habits);
  const events = new SecurityEvents();
  const found: DetectorName[] = [];
  events.listen((event: SecurityEvent) =>
    found.push(...detectors.see(event).map(({ detector }) => detector))
  );
  notes.forEach((note, i) => events.note({ atMs: NOON_MS + i * 1_000, ...note }));
  return found;
}

function many(count: number, note: (i: number) => Said): Said[] {
  return Array.from({ length: count }, (_, i) => note(i));
}

const tried = (i: number): Said => ({ kind: "sign-in-try", network: "N", account: `A${i}` });
const right = (i: number): Said => ({ kind: "sign-in-right", network: "N", account: `A${i}` });

Deno.test("many accounts from one network are stuffing, and not where most get in", () => {
  assert.deepEqual(foundIn(many(STUFFING_ACCOUNTS - 1, tried)), []);
  assert.deepEqual(foundIn(many(STUFFING_ACCOUNTS, tried)), ["credential-stuffing"]);
  const airport = Array.from({ length: 200 }, (_, i) => i).flatMap((i) =>
    i % 10 === 0 ? [tried(i)] : [tried(i), right(i)]
  );
  assert.deepEqual(foundIn(airport), []);
});

Deno.test("one account tried from many networks is guessing, and who gets in has guessed nothing", () => {
  const own = (i: number): Said => ({ kind: "sign-in-try", network: `N${i}`, account: "A" });
  assert.deepEqual(foundIn(many(GUESSED_PASSWORDS - 1, own)), []);
  assert.deepEqual(foundIn(many(GUESSED_PASSWORDS, own)), ["account-guessing"]);
  const gotIn: Said = { kind: "sign-in-right", network: "N1", account: "A" };
  assert.deepEqual(foundIn([...many(9, own), gotIn, ...many(9, own)]), []);
});

Deno.test("codes of many tickets are guessing, slips at one's own are not", () => {
  const of = (i: number): Said => ({
    kind: "code-try",
    network: "N",
    target: `T${i % GUESSED_TARGETS}`,
  });
  assert.deepEqual(foundIn(many(GUESSED_CODES - 1, of)), []);
  assert.deepEqual(foundIn(many(GUESSED_CODES, of)), ["code-guessing"]);
  assert.deepEqual(
    foundIn(many(40, () => ({ kind: "code-try", network: "N", target: "own" }))),
    [],
  );
});

Deno.test("prices by the hundred are scraping, a hotel that buys some of them is not", () => {
  const asked = (): Said => ({ kind: "price-asked", network: "N" });
  assert.deepEqual(foundIn(many(SCRAPED - 1, asked)), []);
  assert.deepEqual(foundIn(many(SCRAPED, asked)), ["scraping"]);
  const bought: Said = { kind: "booked", network: "N" };
  assert.deepEqual(foundIn([bought, bought, bought, ...many(SCRAPED, asked)]), []);
  const followed = (): Said => ({ kind: "ticket-read", network: "N", target: "own" });
  assert.deepEqual(foundIn(many(2 * SCRAPED, followed)), []);
});

Deno.test("many addresses that lead nowhere are enumeration, one of them again and again is an old link", () => {
  const of = (i: number): Said => ({ kind: "secret-unknown", network: "N", target: `T${i}` });
  assert.deepEqual(foundIn(many(ENUMERATED - 1, of)), []);
  assert.deepEqual(foundIn(many(ENUMERATED, of)), ["enumeration"]);
  assert.deepEqual(
    foundIn(many(200, () => ({ kind: "secret-unknown", network: "N", target: "old" }))),
    [],
  );
  const report = (i: number): Said => ({ kind: "report-unknown", network: "N", target: `T${i}` });
  assert.deepEqual(foundIn(many(PROBED - 1, report)), []);
  assert.deepEqual(foundIn(many(PROBED, report)), ["secret-probing"]);
});

Deno.test("a session of two browsers in two networks is stolen, a phone between two networks is not", () => {
  const used = (network: string, device: string): Said => ({
    kind: "session-used",
    session: "S",
    network,
    device,
  });
  const turns = (device: (i: number) => string) =>
    many(JUMPS + 1, (i) => used(`N${i % 2}`, device(i)));
  assert.deepEqual(foundIn(turns((i) => i % 2 === 0 ? "Safari · iPhone" : "Chrome · Windows")), [
    "session-in-two-places",
  ]);
  assert.deepEqual(foundIn(turns(() => "Safari · iPhone")), []);
  const desktop = many(
    2 * JUMPS,
    (i) => used("N", i % 2 === 0 ? "Safari · iPhone" : "Safari · Mac"),
  );
  assert.deepEqual(foundIn(desktop), []);
});

Deno.test("reading is unusual far above both habits, one's own and that of others", () => {
  const habits = () => {
    const known = new Habits();
    for (const day of ["2026-11-19", "2026-11-20", "2026-11-21"]) {
      known.take("P1", day, { subjects: 20, isNight: false });
      known.take("P2", day, { subjects: 60, isNight: false });
    }
    return known;
  };
  const least = Math.max(READ_AT_LEAST, READ_TIMES * 60);
  const read = (subjects: number): Said => ({ kind: "staff-read", person: "P1", subjects });
  assert.deepEqual(foundIn([read(least - 1)], habits()), []);
  assert.deepEqual(foundIn([read(least - 1), read(1)], habits()), ["unusual-reading"]);
  // With nobody to be held against there is nothing to say.
  assert.deepEqual(foundIn([read(10 * least)]), []);
});

Deno.test("a file at night is found of whoever neither was at work nor works at night", () => {
  const night = Date.parse("2026-11-23T23:30:00Z");
  const file: Said = { kind: "staff-export", person: "P1", atMs: night };
  assert.deepEqual(foundIn([file]), ["off-hours-export"]);
  const late: Said = { kind: "staff-read", person: "P1", subjects: 1, atMs: night - 4 * HOUR_MS };
  assert.deepEqual(foundIn([late, file]), []);
  const shifts = new Habits();
  for (const day of ["2026-11-20", "2026-11-21"]) {
    shifts.take("P1", day, { subjects: 1, isNight: true });
  }
  assert.deepEqual(foundIn([file], shifts), []);
  assert.deepEqual(foundIn([{ ...file, atMs: NOON_MS }]), []);
});

Deno.test("the same is told of once an hour", () => {
  const first = many(STUFFING_ACCOUNTS + 3, tried);
  assert.deepEqual(foundIn(first), ["credential-stuffing"]);
  const again = many(
    STUFFING_ACCOUNTS,
    (i) => ({ ...tried(100 + i), atMs: NOON_MS + FOUND_AGAIN_MS + 20_000 + i }),
  );
  assert.deepEqual(foundIn([...first, ...again]), ["credential-stuffing", "credential-stuffing"]);
});

Deno.test("what is remembered has bounds: of identities, and of time", () => {
  const memory = new Memory({ windowMs: 1_000, most: 2 });
  for (const who of ["a", "b", "a", "c"]) memory.add(who, { atMs: 0, target: "" });
  assert.deepEqual([memory.size, memory.of("b", 0).length, memory.of("a", 0).length], [2, 0, 2]);
  assert.equal(memory.of("a", 1_000).length, 0);
  for (let i = 0; i < 3_000; i++) memory.add("a", { atMs: 5_000, target: String(i) });
  assert.equal(memory.of("a", 5_000).length, 1_000);
});
