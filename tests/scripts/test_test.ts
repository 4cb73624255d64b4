import assert from "node:assert/strict";
import { HOUSE_RULES } from "../../scripts/house-rules.ts";
import { slowestFiles, testArguments } from "../../scripts/test.ts";

/** The paths a run is about, and what it leaves out. */
function plan(written: string[], hasBrowser = true): { paths: string[]; ignored: string } {
  const args = testArguments(written, hasBrowser);
  const ignored = args.find((word) => word.startsWith("--ignore="))?.slice("--ignore=".length);
  return { paths: args.filter((word) => word.startsWith("tests")), ignored: ignored ?? "" };
}

Deno.test("without a path everything runs, also with options", () => {
  assert.deepEqual(plan([]), { paths: ["tests/"], ignored: "" });
  assert.deepEqual(plan(["--filter", "night"]).paths, ["tests/"]);
});

Deno.test("named files and folders run, and nothing else", () => {
  const paths = ["tests/kernel", "tests/dev_test.ts"];
  assert.deepEqual(plan([...paths, "--filter", "night"]).paths, paths);
});

Deno.test("without a browser its tests are left out, and after a check the house rules", async () => {
  assert.equal(plan([], false).ignored, "tests/**/*_browser_test.ts");
  const { paths, ignored } = plan(["--after-check"]);
  assert.deepEqual(paths, ["tests/"]);
  for (const rule of HOUSE_RULES) {
    assert(ignored.split(",").includes(rule));
    assert((await Deno.stat(new URL(`../../${rule}`, import.meta.url))).isFile);
  }
});

Deno.test("slowestFiles() adds up the tests of a file and names the five slowest", () => {
  const one = (file: string, time: string) =>
    `<testcase name="a classname" classname="./tests/${file}_test.ts" time="${time}" line="4">`;
  const report = [one("a", "1.50"), one("b", "2.000"), one("a", "1.25")].join("\n");
  assert.deepEqual(slowestFiles(report), ["   2.8 s tests/a_test.ts", "   2.0 s tests/b_test.ts"]);
  const many = Array.from({ length: 9 }, (_, i) => one(`f${i}`, `${i}.0`)).join("\n");
  assert.equal(slowestFiles(many).length, 5);
});
