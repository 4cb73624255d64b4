import assert from "node:assert/strict";
import { readCsv, writeCsv, writtenCell } from "../../lib/setup/csv.ts";
import { fc } from "../support/property.ts";

const cellsOf = (text: string) => readCsv(text).lines.map(({ cells }) => cells);

Deno.test("a table is read with semicolons, commas and tabs, any line break, and empty lines left out", () => {
  const table = [["id", "name"], ["V01", "Bil 1"]];
  for (
    const text of [
      "id;name\nV01;Bil 1",
      "id,name\r\nV01,Bil 1\r\n",
      "\n\nid\tname\rV01\tBil 1\n",
      "sep=;\r\nid;name\r\n;\r\nV01;Bil 1",
      '"id";"name"\nV01;"Bil 1"',
    ]
  ) assert.deepEqual(cellsOf(text), table, text);
});

Deno.test("quotes keep separators, line breaks and quotes; the line said is where a row begins", () => {
  const text = 'id;note\nD1;"a;b\n""c"""\nD2;x';
  assert.deepEqual(readCsv(text).lines, [
    { line: 1, cells: ["id", "note"] },
    { line: 2, cells: ["D1", 'a;b\n"c"'] },
    { line: 4, cells: ["D2", "x"] },
  ]);
});

Deno.test("a comma inside quotes of the first line does not make it the separator", () => {
  assert.deepEqual(cellsOf('"a,b,c,d";e\n1;2'), [["a,b,c,d", "e"], ["1", "2"]]);
});

Deno.test("nothing that is written is a formula to a spreadsheet, and all of it is read back", () => {
  const text = fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n'\"; ,aå1") });
  const rows = fc.array(fc.tuple(fc.constant("id"), text, text), { minLength: 1 });
  fc.assert(fc.property(rows, (table) => {
    assert.deepEqual(cellsOf(writeCsv(table).slice(1)), table);
  }));
  fc.assert(fc.property(text, (cell) => {
    assert.doesNotMatch(writtenCell(cell).replace(/^"/, ""), /^[=+\-@\t\r]/);
  }));
});
