// docs/threat-model.md names files that exist, each threat once, and says when its guard was seen to fail.
import assert from "node:assert/strict";
import { ROOT } from "../support/module-graph.ts";

/** Threats of our list; new ones get the next number. */
const THREATS = 51;

/** What is wrong with the document, a line each. */
function faults(text: string, exists: (path: string) => boolean): string[] {
  const rows = text.split("\n").filter((line) => /^\| \d+ +\|/.test(line))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const numbers = rows.map(([number]) => Number(number));
  const missing = Array.from({ length: THREATS }, (_, i) => i + 1)
    .filter((number) => numbers.filter((each) => each === number).length !== 1);
  const guarded = rows.filter((row) => row.length === 6);
  return [
    ...missing.map((number) => `threat ${number} is not there once`),
    ...guarded.flatMap(([number, , , defence = "", test = "", seen = ""]) => [
      ...[defence, test].map((cell) => cell.replaceAll("`", "")).filter((path) => !exists(path))
        .map((path) => `threat ${number}: no ${path}`),
      ...(test.startsWith("`tests/") ? [] : [`threat ${number} has no test`]),
      ...(/^(?:each run|not recorded|\d{4}-\d\d-\d\d)$/.test(seen)
        ? []
        : [`threat ${number}: ${seen}`]),
    ]),
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

const document = await Deno.readTextFile(`${ROOT}docs/threat-model.md`);

Deno.test("each threat stands there once, and its defence and its test exist", () => {
  assert.deepEqual(faults(document, exists), []);
});

Deno.test("a file that is gone, a threat that is left out and a guard never seen red are found", () => {
  const planted: readonly [from: string, to: string, fault: RegExp][] = [
    ["lib/http/json-shape.ts", "lib/http/gone.ts", /no lib\/http\/gone\.ts/],
    ["tests/http/forgery_test.ts", "tests/http/gone_test.ts", /no tests\/http\/gone_test\.ts/],
    ["| 17 ", "| 16 ", /threat 1[67] is not there once/],
    ["each run", "some day", /some day/],
  ];
  for (const [from, to, fault] of planted) {
    const found = faults(document.replace(new RegExp(RegExp.escape(from), "g"), to), exists);
    assert.ok(found.some((each) => fault.test(each)), `${from}: ${found}`);
  }
});
