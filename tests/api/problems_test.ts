// Every code the API can answer with is brought about once by a request, and answers as it is documented.
import assert from "node:assert/strict";
import { ERROR_CATEGORY } from "../../lib/errors/error-category.ts";
import { statusOf } from "../../lib/http/error-status.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { DEFAULT_LOCALE } from "../../lib/kernel/locale.ts";
import { ON_ORIGINAL } from "../support/framework.ts";
import { ROOT } from "../support/module-graph.ts";
import { NOT_PROVOKED, PROBLEM_CASES } from "../support/problem-cases.ts";
import { testServices } from "../support/services.ts";

/** Members of every problem document, in their order. */
const MEMBERS = ["status", "code", "category", "detail", "requestId"];
const CODES = Object.keys(ERROR_CATEGORY) as (keyof typeof ERROR_CATEGORY)[];
const documented = await readTable();

Deno.test("every code is brought about by a request, or says why none does", () => {
  const known = [...Object.keys(PROBLEM_CASES), ...Object.keys(NOT_PROVOKED)];
  assert.deepEqual(known.sort(), [...CODES].sort());
});

Deno.test("the documentation has each code once, with its status and category", () => {
  const rows = documented.map(({ code, status, category }) => [code, status, category]);
  const held = CODES.map((code) => [code, String(statusOf(code)), ERROR_CATEGORY[code]]);
  assert.deepEqual(rows.sort(), held.sort());
});

for (const [code, provoke] of Object.entries(PROBLEM_CASES)) {
  const missing = ON_ORIGINAL && code === "method-not-allowed";
  Deno.test(`a request is answered with ${code}, the documented facts and one record in the log`, async () => {
    await using test = await testServices();
    const response = await provoke(test);
    const problem = await response.json();
    assert.equal(problem.code, missing ? "not-found" : code);
    if (missing) return;
    assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
    assert.equal(response.headers.get("cache-control"), "no-store");
    const row = documented.find((one) => one.code === code);
    assert.equal(String(response.status), row?.status);
    assert.equal(problem.status, response.status);
    assert.equal(problem.category, row?.category);
    const members = Object.keys(problem);
    assert.deepEqual(members.slice(0, MEMBERS.length), MEMBERS);
    assert.deepEqual(members.slice(MEMBERS.length).sort(), row?.facts);
    const words = textsFor(DEFAULT_LOCALE).problems;
    const own = words[code as keyof typeof words].split(/\{\w+\}/);
    for (const part of own) assert(problem.detail.includes(part), problem.detail);
    assert.doesNotMatch(problem.detail, /[{}]|undefined|NaN/);
    const records = test.records.filter(({ requestId }) => requestId === problem.requestId);
    assert.deepEqual(records.map((one) => [one.status, one.code]), [[response.status, code]]);
  });
}

Deno.test("a text names no fact that its code does not have", () => {
  for (const { code, facts } of documented) {
    const words = textsFor(DEFAULT_LOCALE).problems;
    const text = words[code as keyof typeof words];
    for (const [, name = ""] of text.matchAll(/\{(\w+)\}/g)) assert(facts.includes(name), code);
  }
});

/** The rows of the table in docs/api-errors.md: code, status, category, facts. */
async function readTable() {
  const text = await Deno.readTextFile(`${ROOT}docs/api-errors.md`);
  return [...text.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| ([a-z-]+) +\| (.*?) *\|$/gm)].map(
    ([, code = "", status = "", category = "", facts = ""]) => ({
      code,
      status,
      category,
      facts: [...facts.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "").sort(),
    }),
  );
}
