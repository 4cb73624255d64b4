// Files as people and spreadsheets really send them: read as they were meant, or refused at their line, never halfway.
import assert from "node:assert/strict";
import { setupSv } from "../../lib/i18n/sv/setup.ts";
import { planFiles } from "../../lib/setup/plan-setup.ts";
import { MAX_FILE_BYTES, MAX_GIVEN } from "../../lib/setup/raw-rows.ts";
import { emptySetup, problemsOf, TEMPLATES, TODAY } from "../support/setup.ts";

const TABLE = "id;name;class;plate\r\nV09;Bil 9;standard;ABC 129\r\n";
const RATES = "tariff;class;base;perKm;perHour;minimum";

/** A text as UTF-16, with the mark that says so unless it is left out. */
function utf16(text: string, isLittle: boolean, hasMark = true): Uint8Array {
  const units = [...(hasMark ? "\ufeff" : "") + text].map((one) => one.charCodeAt(0));
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  units.forEach((unit, i) => view.setUint16(i * 2, unit, isLittle));
  return bytes;
}

/** What a file of vehicles over the templates comes to: what is new, and what is wrong. */
async function planOf(content: string | Uint8Array, name = "vehicles.csv") {
  await using test = await emptySetup();
  await test.load(TEMPLATES);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const plan = await planFiles(test.deps, [{ name, bytes }], TODAY);
  return {
    problems: problemsOf(plan).map((text) => text.replace(/^\S+ /, "")),
    new: plan.changes.filter(({ type }) => type === "new").map(({ id }) => id),
    plan,
  };
}

Deno.test("marks, line breaks and encodings that spreadsheets write are read", async () => {
  for (
    const content of [
      `\ufeff${TABLE}`,
      TABLE.replaceAll("\r\n", "\r"),
      `${TABLE}\r\n;;;\r\n   \r\n`,
      TABLE.replaceAll(";", "\t"),
      utf16(TABLE, true),
      utf16(TABLE, false),
      TABLE.replace("ABC 129", "ABC\u00a0129"),
    ]
  ) {
    const { problems, new: added } = await planOf(content);
    assert.deepEqual([problems, added], [[], ["V09"]]);
  }
});

Deno.test("what is no text, or one of an encoding that is not said, is refused as a whole", async () => {
  for (
    const content of [
      utf16(TABLE, true, false),
      new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]),
      "PK\u0003\u0004\u0000xl/workbook.xml",
    ]
  ) assert.deepEqual((await planOf(content)).problems, ["1 : notUtf8"]);
  assert.deepEqual((await planOf("\ufeff")).problems, ["1 : empty"]);
});

Deno.test("a file larger than any company is not read", async () => {
  const { problems } = await planOf(new Uint8Array(MAX_FILE_BYTES + 1));
  assert.deepEqual(problems, ["1 : tooLarge"]);
});

Deno.test("the line that is told is the line of the editor, whatever ends the lines", async () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const lines = ["id;phone", "V01;", "", "V02;tolv", '"V03";"12', '3"', "V04;x"];
    const { problems } = await planOf(lines.join(end));
    assert.deepEqual(problems.map((text) => text.split(" ")[0]), ["4", "5", "7"], end);
  }
});

Deno.test("a quote that never ends, and a cell too many, are told where they are instead of shifting what follows", async () => {
  assert.deepEqual((await planOf('id;name\nV01;Ett\nV02;"Två\nV03;Tre\n')).problems, [
    "3 : openQuote",
  ]);
  const drivers = await planOf("id;note\nD01;kan kväll; ej helg\n", "drivers.csv");
  assert.deepEqual(drivers.problems, ["2 : tooManyCells"]);
  assert.deepEqual((await planOf("id;name\nV01;Ett;;\n")).problems, [], "empty cells say nothing");
});

Deno.test("what looks like a formula is a text, and no id", async () => {
  const { problems, new: added, plan } = await planOf(
    "id;name;class;plate\nV09;=1+1;standard;ABC 129\n=cmd|x;a;standard;ABC 128\n",
  );
  assert.deepEqual([problems, added], [["3 id: idForm"], ["V09"]]);
  assert.equal(plan.vehicles[0]?.row.name, "=1+1");
});

Deno.test("ids that people take for one another are not two things", async () => {
  const { problems } = await planOf(
    "id;name;class;plate\nv01;a;standard;ABC 129\nV09;b;standard;ABC 128\nv09;c;standard;ABC 127\n",
  );
  assert.deepEqual(problems, ["2 id: idOtherCase", "4 id: idOtherCase"]);
});

Deno.test("dates that are none are refused, the twenty-ninth of February only where there is none", async () => {
  const { problems } = await planOf(
    "id;from;until\nV01;2027-02-29;\nV02;;2028-02-29\nV03;31/04/2027;46357\n",
  );
  assert.deepEqual(problems, ["2 from: notADate", "4 from: notADate", "4 until: notADate"]);
});

Deno.test("amounts are read with comma, kr and spaces, and what could be two amounts is refused", async () => {
  const rates = async (line: string) =>
    await planOf(`${RATES}\n2026-12-01.1;${line}\n`, "tariffs.csv");
  const read = await rates("standard;55,00 kr;16.50;1 250,50;150 SEK");
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.plan.tariffs[0]?.rates.standard, {
    ...{ baseOre: 55_00, perKmOre: 16_50, perHourOre: 1250_50, minimumOre: 150_00 },
  });
  const wrong = await rates("standard;1.250;16,005;-3;150:-");
  assert.deepEqual(wrong.problems, [
    "2 base: notAnAmount",
    "2 perKm: notAnAmount",
    "2 perHour: notAnAmount",
    "2 minimum: notAnAmount",
  ]);
});

Deno.test("rows that contradict each other make no tariff: a class twice, two ends, a base there is none of", async () => {
  const { problems } = await planOf(
    [
      `${RATES};validUntil;basedOn`,
      "2026-12-01.1;standard;1;1;1;1;2026-12-31;2026-11-23.1",
      "2026-12-01.1;standard;2;2;2;2;;",
      "2026-12-01.1;van;1;1;1;1;2027-12-31;2020-01-01.1",
      "2027-02-29.1;van;1;1;1;1;;",
      "i vår;van;1;1;1;1;;",
    ].join("\n"),
    "tariffs.csv",
  );
  assert.deepEqual(problems, ["5 tariff: notADate", "6 tariff: versionForm"]);
  const rows = await planOf(
    [
      `${RATES};validUntil;basedOn`,
      "2026-12-01.1;standard;1;1;1;1;2026-12-31;2026-11-23.1",
      "2026-12-01.1;standard;2;2;2;2;;",
      "2026-12-01.1;van;1;1;1;1;2027-12-31;2020-01-01.1",
    ].join("\n"),
    "tariffs.csv",
  );
  assert.deepEqual(rows.problems, [
    "3 class: classTwice",
    "4 basedOn: unknownTariff",
    "4 validUntil: differs",
    "4 basedOn: differs",
  ]);
});

Deno.test("a tariff may be based on one of the same load", async () => {
  const { problems, plan } = await planOf(
    [
      `${RATES};validUntil;basedOn;pet`,
      "2027-01-01.1;standard;2;2;2;2;;2026-12-01.1;",
      "2026-12-01.1;standard;1;1;1;1;2026-12-31;2026-11-23.1;9",
    ].join("\n"),
    "tariffs.csv",
  );
  assert.deepEqual(problems, ["3 : tariffComesBack"]);
  assert.deepEqual(plan.tariffs.map(({ extras, zones }) => [extras.petOre, zones.length]), [
    [9_00, 2],
  ]);
});

Deno.test("zones without a whole shape are refused, not put at nought degrees", async () => {
  const zone = "tariff;id;nameSv;nameEn;lat;lng;radiusMeters;points\n2026-12-01.1;";
  for (
    const shape of ["a;A;A;;12,1;100;", "a;A;A;57;12;;", "a;A;A;57;12;9;57.1 12, 57.2 12, 57.3 12"]
  ) {
    assert.deepEqual((await planOf(zone + shape, "zones.csv")).problems, ["2 points: zoneShape"]);
  }
});

Deno.test("a problem says no more of a long text than a line", async () => {
  const { plan } = await planOf(`id;class\nV01;${"x".repeat(5_000)}\n`);
  assert.equal(plan.problems[0]?.given, `${"x".repeat(MAX_GIVEN)}…`);
  assert(setupSv.problems.notAnOption("x", "a").length < 80);
});
