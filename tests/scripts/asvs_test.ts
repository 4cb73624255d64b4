// docs/asvs.md is complete and true as far as a test can say: every requirement once, and what shows it exists.
import assert from "node:assert/strict";
import { ASVS_COUNTS, asvsDocument, type AsvsRow, asvsRows } from "../../scripts/build-asvs.ts";
import { ROOT } from "../support/module-graph.ts";

const rows = asvsRows(await Deno.readTextFile(`${ROOT}scripts/data/asvs.tsv`));

/** What is wrong with the rows, a line each. */
function faults(given: readonly AsvsRow[], exists: (path: string) => boolean): string[] {
  const numbers = given.map(({ number }) => number);
  return [
    ...numbers.filter((number, i) => numbers.indexOf(number) < i).map((each) => `${each} twice`),
    ...([1, 2] as const).flatMap((level) => {
      const count = given.filter((row) => row.level === level).length;
      return count === ASVS_COUNTS[level] ? [] : [`${count} of level ${level}`];
    }),
    ...given.filter(({ state, evidence }) => state === "shown" && !exists(evidence))
      .map(({ number, evidence }) => `${number}: no ${evidence}`),
    ...given.filter(({ state, evidence }) => state === "shown" && !evidence.startsWith("tests/"))
      .map(({ number }) => `${number}: shown by no test`),
  ];
}

function exists(path: string): boolean {
  try {
    Deno.statSync(ROOT + path);
    return true;
  } catch {
    return false;
  }
}

Deno.test("every requirement of levels 1 and 2 stands there once, and each test that is named exists", () => {
  assert.deepEqual(faults(rows, exists), []);
});

Deno.test("a requirement that is missing, there twice or shown by nothing is found", () => {
  const [first, second, ...others] = rows;
  assert.ok(first && second);
  const gone: AsvsRow = { ...first, state: "shown", evidence: "tests/gone_test.ts" };
  assert.deepEqual(faults([gone, second, ...others], exists), [
    `${first.number}: no tests/gone_test.ts`,
  ]);
  assert.deepEqual(faults(rows.slice(1), exists).length, 1);
  assert.ok(faults([first, first, ...others], exists).includes(`${first.number} twice`));
  assert.throws(() => asvsRows("head\n1.1.1\t2\twords\tperhaps\ttests/x"), /not a requirement/);
});

Deno.test("the document has a row for each and the sums of all", () => {
  const text = asvsDocument(rows);
  assert.equal(
    text.split("\n").filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line)).length,
    rows.length,
  );
  assert.match(text, /Of 253 requirements of levels 1 and 2, \d+ apply/);
});
