// The command line of `deno task mutate`.
import assert from "node:assert/strict";
import { parseOptions } from "../../../scripts/mutate/options.ts";

const parse = (...args: string[]) => parseOptions(args, () => 42);

Deno.test("nothing named means lib and routes, 300 mutants, two workers, 45 minutes, a new seed", () => {
  assert.deepEqual(parse(), {
    places: ["lib/", "routes/"],
    sample: 300,
    seed: 42,
    only: [],
    list: false,
    workers: 2,
    minutes: 45,
    types: false,
    json: null,
  });
});

Deno.test("folders end with a slash, so that lib/kv is not lib/kv-something", () => {
  assert.deepEqual(parse("lib/kv", "./lib/booking//").places, ["lib/kv/", "lib/booking/"]);
  assert.deepEqual(parse("--file", "lib/money.ts", "lib/kv").places, ["lib/money.ts", "lib/kv/"]);
});

Deno.test("mutants that are named need their own files only", () => {
  const ids = ["lib/kv/read.ts:3:1:boundary#0123abcd", "lib/money.ts:1:1:negated#0123abcd"];
  const options = parse("--only", ids[0] ?? "", "--only", ids[1] ?? "");
  assert.deepEqual(options.only, ids);
  assert.deepEqual(options.places, ["lib/kv/read.ts", "lib/money.ts"]);
});

Deno.test("a sample may be all; a number that is none is refused", () => {
  assert.equal(parse("--sample", "all").sample, Infinity);
  assert.equal(parse("--sample", "12").sample, 12);
  for (const bad of ["0", "-1", "x", "1.5", ""]) {
    assert.throws(() => parse("--sample", bad));
    assert.throws(() => parse(`--workers=${bad}`), /--workers takes a whole number from 1/);
  }
  assert.throws(() => parse("--unknown"));
});
