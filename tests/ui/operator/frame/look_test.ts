import assert from "node:assert/strict";
import { boardTexts } from "../../../../lib/i18n/board-texts.ts";
import {
  attentionDetail,
  capitalise,
  clockTime,
  span,
  stateWord,
} from "../../../../lib/ui/operator/frame/look.ts";

const texts = boardTexts("sv");

Deno.test("an instant is shown as the clock on a wall in Sweden", () => {
  assert.equal(clockTime("sv", "2026-11-23T05:31:00Z"), "06.31");
  assert.equal(clockTime("sv", Date.parse("2026-07-01T22:00:00Z")), "00.00");
});

Deno.test("span() has minutes below an hour, then hours, and no sign", () => {
  assert.deepEqual([24, -24, 59.4, 60, 65.4].map((minutes) => span(texts, minutes)), [
    "24 min",
    "24 min",
    "59 min",
    "1 h",
    "1 h 5 min",
  ]);
});

Deno.test("a need is said in words: how long until the pickup, since it, or how long somebody waited", () => {
  const detail = (kind: "no-driver" | "waiting", minutesToPickup: number) =>
    attentionDetail(texts, { kind, level: "warn", minutesToPickup });
  assert.equal(detail("no-driver", 24), texts.attention.pickupIn("24 min"));
  assert.equal(detail("no-driver", 0), texts.attention.pickupIn("0 min"));
  assert.equal(detail("no-driver", -5), texts.attention.pickupAgo("5 min"));
  assert.equal(detail("waiting", -12), texts.attention.waited("12 min"));
});

Deno.test("a booking's word is its need when it has one, else its status", () => {
  const booking = { status: "confirmed" } as const;
  assert.equal(stateWord(texts, booking, null), texts.status.confirmed);
  const need = { kind: "no-driver", level: "warn", minutesToPickup: 5 } as const;
  assert.equal(stateWord(texts, booking, need), texts.attention["no-driver"]);
});

Deno.test("capitalise() changes the first letter alone", () => {
  assert.deepEqual(["ändrad tid", "", "VIP"].map(capitalise), ["Ändrad tid", "", "VIP"]);
});
