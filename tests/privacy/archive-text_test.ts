// The texts in a file of own data: tables that carry nothing out, JSON that is read again, and a schema that fits it.
import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { csvField } from "../../lib/forms/csv-field.ts";
import type { OwnData } from "../../lib/kernel/own-data.ts";
import { archivePage } from "../../lib/privacy/ArchivePage.tsx";
import { csvOf, jsonOf, schemaOf } from "../../lib/privacy/archive-text.ts";
import { zipOf } from "../../lib/privacy/zip-stream.ts";
import { readCsv } from "../../lib/setup/csv.ts";
import { fc } from "../support/property.ts";

const FAMILY: Omit<OwnData, "rows"> = {
  family: "booking",
  fields: { note: "text", ore: "ore", at: "instant", own: "flag" },
  ...{ sources: ["you"], recipients: ["driver", "none"] },
};

/** What spreadsheets take for a formula, also after a blank and in wide letters. */
const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "\u00a0=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
];

Deno.test("no cell is taken for a formula, whatever somebody wrote", () => {
  for (const text of FORMULAS) {
    assert.match(csvField(text, ";"), /^"?'/, JSON.stringify(text));
    const [, line = ""] = csvOf(FAMILY, [{ note: text, ore: -5, at: null, own: true }]).split(
      "\r\n",
    );
    assert.match(line, /^"?'/, JSON.stringify(text));
    assert.match(line, /;-5;;true$/, "what is a number stays one");
  }
});

Deno.test("a table is read again as it was written, whatever stands in it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (written) => {
    // Lines of other systems and lone halves are not what is looked at here.
    const note = `x${written.replace(/\r/g, "").toWellFormed()}`;
    const { lines } = readCsv(csvOf(FAMILY, [{ note, ore: 1, at: null, own: false }]).slice(1));
    assert.deepEqual(lines[1]?.cells, [note, "1", "", "false"]);
  }));
});

Deno.test("rows are read again as JSON, and the schema names every field of every family", () => {
  const rows = [{ note: "=1", ore: 5, at: "2026-11-23T05:00:00Z", own: true }];
  assert.deepEqual(JSON.parse(jsonOf(rows)), rows);
  assert.deepEqual(JSON.parse(jsonOf([])), []);
  const { properties } = JSON.parse(schemaOf([FAMILY]));
  const { items, "x-sources": sources, "x-recipients": recipients } = properties.booking;
  assert.deepEqual(items.required, Object.keys(FAMILY.fields));
  assert.deepEqual(Object.keys(items.properties), Object.keys(FAMILY.fields));
  assert.deepEqual([sources, recipients], [FAMILY.sources, FAMILY.recipients]);
});

Deno.test("the page shows what people wrote as words, in both languages, and asks no server for anything", () => {
  const first = [{ note: "<script>alert(1)</script>", ore: 1, at: null, own: true }];
  for (const locale of ["sv", "en"] as const) {
    const families = [{ ...FAMILY, count: 200, first }];
    const html = archivePage({ locale, at: "2026-11-23T05:00:00Z", families });
    assert(html.startsWith("<!doctype html>") && html.includes(`lang="${locale}"`));
    assert(!html.includes("<script") && html.includes("&lt;script>"));
    assert(!/(src|href)="(https?:)?\/\//.test(html));
    assert(html.includes("200"));
  }
});

Deno.test("a ZIP holds each file as it was, also where a character is cut between two pieces", async () => {
  const long = "å😀".repeat(50_000);
  const texts = { "a.txt": "hej", "empty.txt": "", "b/long.txt": long, "c.txt": `x${long}` };
  const files = Object.entries(texts).map(([name, text]) => ({ name, text }));
  const chunks = await Array.fromAsync(zipOf(given(files), new Date("2026-11-23T05:00:00Z")));
  const unzipped = unzipSync(new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()));
  const read = Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]);
  assert.deepEqual(Object.fromEntries(read), texts);
});

async function* given<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* await Promise.resolve(items);
}
