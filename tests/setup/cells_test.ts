import assert from "node:assert/strict";
import {
  type CellReader,
  count,
  counted,
  date,
  decimal,
  driverCode,
  ids,
  kronor,
  kronorOf,
  licence,
  oreOf,
  phone,
  points,
  yesOrNo,
} from "../../lib/setup/cells.ts";
import { fc } from "../support/property.ts";

function all(read: CellReader, cases: Readonly<Record<string, string>>) {
  for (const [typed, expected] of Object.entries(cases)) {
    const reading = read(typed);
    assert.equal(reading.ok ? reading.value : reading.code, expected, typed);
  }
}

Deno.test("amounts are kronor with a comma or a point, spaces between thousands and a word after them", () => {
  all(kronor(1_000_000), {
    "52,5": "52,50",
    "52.50": "52,50",
    "1 250 kr": "1250,00",
    "1\u00a0250,05": "1250,05",
    "12 000": "outOfRange",
    "52,505": "notAnAmount",
    "-5": "notAnAmount",
    "1.250,00": "notAnAmount",
  });
  fc.assert(fc.property(fc.integer({ min: 0, max: 2_000_000 }), (ore) => {
    assert.equal(oreOf(kronorOf(ore)), ore);
    assert.deepEqual(kronor(2_000_000)(kronorOf(ore)), { ok: true, value: kronorOf(ore) });
  }));
});

Deno.test("dates are read as people and spreadsheets write them, and only those that exist", () => {
  all(date, {
    "2026-11-30": "2026-11-30",
    "20261130": "2026-11-30",
    "30/11/2026": "2026-11-30",
    "1.2.2027": "2027-02-01",
    "2026-11-30 00:00:00": "2026-11-30",
    "2026-02-30": "notADate",
    "30 november": "notADate",
  });
});

Deno.test("numbers, yes and no, codes and lists have one written form", () => {
  all(count(1, 60), { "4": "4", "4,0": "4", "61": "outOfRange", four: "notANumber" });
  all(decimal(-90, 90), { "57,7057": "57.7057", "91": "outOfRange" });
  all(yesOrNo, { Ja: "yes", SANT: "yes", no: "no", "0": "no", kanske: "notYesOrNo" });
  all(driverCode, { "100001": "100001", "1234": "001234", "1234567": "driverCode" });
  all(phone, { "070-174 06 11": "+46701740611", "12": "phone" });
  all(ids, { "V03;V02, V02": "V02, V03", "V 1": "idForm" });
  all(counted(["seat", "booster"], 9), {
    "booster 2, seat": "seat 1, booster 2",
    "seat×3": "seat 3",
    "seat 0": "",
    "sofa": "notAnOption",
    "seat 10": "outOfRange",
  });
  all(points, {
    "57.7 11.9, 57.8 11.9, 57.7 12": "57.7 11.9, 57.8 11.9, 57.7 12",
    "1 2": "notAPoint",
  });
});

Deno.test("a personnummer is not taken for a licence", () => {
  all(licence, {
    "tl-10001": "TL-10001",
    "811218-9876": "personnummer",
    "198112189876": "personnummer",
  });
});
