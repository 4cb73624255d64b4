import assert from "node:assert/strict";
import type { BookingSummary } from "../../../../lib/booking/booking.ts";
import { boardTexts } from "../../../../lib/i18n/board-texts.ts";
import { barLook } from "../../../../lib/ui/operator/cars/bar.ts";
import type { Look } from "../../../../lib/ui/operator/frame/look.ts";
import { SCALES } from "../../../../lib/ui/operator/cars/scale.ts";
import type { Trouble } from "../../../../lib/ui/operator/cars/trouble.ts";
import { aCarDay, aCarTrip } from "../../../support/cars.ts";

const DAY = { ...aCarDay([]), ...SCALES["8"] };
const LOOK: Look = {
  locale: "sv",
  texts: boardTexts("sv"),
  fleet: { drivers: [], vehicles: [] },
  today: DAY.date,
};
const look = (
  from: number,
  to: number,
  overrides: Partial<BookingSummary> = {},
  trouble: Trouble | null = null,
) => barLook(LOOK, DAY, { ...aCarTrip(from, to, overrides), trouble });

Deno.test("a bar stands from pickup to drop-off, and is never too narrow to hit", () => {
  const { x, width } = look(29, 89);
  assert.deepEqual([x, width], [7 * 133, 133]);
  assert.equal(look(29, 31).width, 24);
});

Deno.test("the kind follows what the booking is, trouble before all", () => {
  assert.equal(look(10, 70).kind, "assigned");
  assert.equal(look(10, 70, { status: "on-board" }).kind, "going");
  assert.equal(look(10, 70, { status: "completed" }).kind, "done");
  assert.equal(look(10, 70, { status: "confirmed", driverId: null }).kind, "kept");
  assert.equal(look(10, 70, {}, { kind: "out" }).kind, "trouble");
});

Deno.test("its words are the longest that have room: where to, the street, the time, nothing", () => {
  const to = "Östra Hamngatan 24";
  assert.equal(look(29, 119, { to }).text, to);
  assert.equal(look(29, 86, { to }).text, "Östra Hamngatan");
  assert.equal(look(29, 54, { to }).text, "07.00");
  assert.equal(look(29, 40, { to }).text, "");
});

Deno.test("trouble says what it is with a shape, which stands alone where room is short", () => {
  assert.equal(look(-12, 78, {}, { kind: "late", minutes: 12 }).text, "▲ sen 12 min");
  assert.equal(look(-12, 78, {}, { kind: "clash", minutes: 12 }).text, "▲ krock");
  assert.equal(look(-12, 0, {}, { kind: "clash", minutes: 12 }).text, "▲");
});

Deno.test("what is heard of a bar has its times, its way, its state and its trouble", () => {
  const { label } = look(29, 59, { from: "City", to: "Borås" }, { kind: "clash", minutes: 5 });
  const plain = label.replace(/[\u2068\u2069]/g, "");
  assert.equal(plain, "07.00–07.30, City till Borås, tilldelad, krockar med resan före, 5 min");
});

Deno.test("a trip without a driver is given one, one with a driver moves, and one under way stays", () => {
  assert.equal(look(29, 59, { status: "confirmed", driverId: null }).moves, "assign");
  assert.equal(look(29, 59).moves, "move");
  for (const status of ["arrived", "on-board", "completed", "no-show"] as const) {
    assert.equal(look(29, 59, { status }).moves, "", status);
  }
});
