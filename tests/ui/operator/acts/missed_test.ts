import assert from "node:assert/strict";
import type { MissedEvent } from "../../../../lib/booking/booking-version.ts";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { actTexts } from "../../../../lib/i18n/act-texts.ts";
import { boardTexts } from "../../../../lib/i18n/board-texts.ts";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import { missedWords, refusedWords } from "../../../../lib/ui/operator/acts/missed.ts";

const AT = "2026-11-26T14:45:00Z";
const NOW_MS = Date.parse(AT);
const V12 = vehicleId("V12");
const fleet = {
  drivers: [],
  vehicles: [{ id: V12, name: "Bil 12", vehicleClass: "standard" as const }],
};
const look = { locale: "sv" as const, texts: boardTexts("sv"), fleet };

const missed = (more: Partial<MissedEvent> = {}): MissedEvent => ({
  ...{ type: "assigned", at: AT, role: "operator", by: "Karin", vehicleId: V12, fields: [] },
  ...more,
});
/** Without the marks around people's words. */
const bare = (words: string) => words.replace(/[\u2068\u2069]/g, "");
const words = (since: MissedEvent[], afterMs = 0) =>
  bare(missedWords(look, since, NOW_MS + afterMs));

Deno.test("it is said who gave the trip which car, and how long ago", () => {
  const ages: [number, string][] = [
    [-4_000, "nyss"],
    [9_999, "nyss"],
    [10_000, "för 10 s sedan"],
    [29_000, "för 20 s sedan"],
    [59_999, "för 50 s sedan"],
    [60_000, "för 1 min sedan"],
    [59 * 60_000, "för 59 min sedan"],
    [60 * 60_000, "kl. 15.45"],
  ];
  for (const [afterMs, age] of ages) {
    assert.equal(words([missed()], afterMs), `Karin gav resan till Bil 12 ${age}.`);
  }
});

Deno.test("a name stands apart from the words around it", () => {
  assert.ok(missedWords(look, [missed({ by: "محمد" })], NOW_MS).startsWith("\u2068محمد\u2069 gav"));
});

Deno.test("who is no operator is said by what they are", () => {
  const by = (role: MissedEvent["role"], type: MissedEvent["type"]) =>
    words([missed({ role, by: "", type, vehicleId: null })]);
  assert.equal(by("customer", "cancelled"), "Kunden avbokade resan nyss.");
  assert.equal(by("driver", "departed"), "Föraren sa att föraren är på väg nyss.");
  assert.equal(by("system", "expired"), "Systemet lät resan förfalla nyss.");
});

Deno.test("changed fields are named", () => {
  const change = { type: "changed", vehicleId: null } as const;
  assert.equal(
    words([missed({ ...change, fields: ["pickup", "phone"] })]),
    "Karin ändrade tid, telefon nyss.",
  );
  assert.equal(words([missed({ ...change, fields: [] })]), "Karin ändrade resan nyss.");
});

Deno.test("of what one commit did the last event says what it was for", () => {
  const since = [
    missed({ type: "unassigned", vehicleId: null }),
    missed({ type: "moved" }),
  ];
  assert.equal(words(since), "Karin flyttade resan till Bil 12 nyss.");
});

Deno.test("the last two things are said, the latest first, and the others are counted", () => {
  const at = (second: number) => `2026-11-26T14:45:0${second}Z`;
  const since = [
    missed({ at: at(0) }),
    missed({ at: at(1), type: "unassigned" }),
    missed({ at: at(2), by: "Omar" }),
    missed({ at: at(3), role: "customer", type: "cancelled", by: "" }),
  ];
  assert.equal(
    words(since),
    "Kunden avbokade resan nyss. Omar gav resan till Bil 12 nyss. 2 ändringar till.",
  );
});

Deno.test("a refusal because of somebody says so, another one has its own words", () => {
  const refused = (problem: "booking-changed" | "undo-overtaken" | "offline", since = [missed()]) =>
    bare(refusedWords(look, { problem, since }, NOW_MS));
  assert.equal(
    refused("booking-changed"),
    "Karin gav resan till Bil 12 nyss. Inget har skrivits över; läget nedan är det senaste.",
  );
  assert.equal(
    refused("undo-overtaken"),
    "Karin gav resan till Bil 12 nyss. Därför går det inte att ångra.",
  );
  assert.equal(refused("offline", []), boardTexts("sv").problems.offline);
});

Deno.test("every kind of event is a sentence in every language", () => {
  for (const locale of LOCALES) {
    const texts = boardTexts(locale);
    const types = [...Object.keys(texts.missed.did), "assigned", "moved", "changed"];
    for (const type of types as MissedEvent["type"][]) {
      const sentence = missedWords({ locale, texts, fleet }, [missed({ type })], NOW_MS);
      assert.doesNotMatch(sentence, /undefined|V12/, type);
    }
  }
});

Deno.test("a page that shows acts alone says them in the words of the board", () => {
  for (const locale of LOCALES) {
    const { lastAct, missed, problems } = boardTexts(locale);
    assert.deepEqual(actTexts(locale), { lastAct, missed, problems });
  }
});
