import assert from "node:assert/strict";
import { z } from "zod";
import { ConfigError, readSettings, setting } from "../../lib/kernel/settings.ts";

const readme = { default: "", means: "" };
const ROWS = {
  port: setting({ variable: "PORT", schema: z.string().regex(/^\d+$/), absent: "8000", readme }),
  secret: setting({
    variable: "SECRET",
    schema: z.string().min(3),
    absent: "none",
    isRequiredInProduction: true,
    readme,
  }),
};
const read = (environment: Record<string, string>, isProduction = false) =>
  readSettings(ROWS, environment, () => isProduction);
const refusal = (environment: Record<string, string>, isProduction = false) => {
  try {
    read(environment, isProduction);
    return "";
  } catch (error) {
    assert(error instanceof ConfigError);
    assert.equal(error.name, "ConfigError");
    return error.message;
  }
};

Deno.test("a setting is what its variable says, and its default when that is absent or empty", () => {
  assert.deepEqual(read({ PORT: "80", SECRET: "abc" }), { port: "80", secret: "abc" });
  assert.deepEqual(read({ PORT: "" }), { port: "8000", secret: "none" });
});

Deno.test("every variable that cannot be used is named on a line of its own, and none is quoted", () => {
  const lines = refusal({ PORT: "no port", SECRET: "x?" }).split("\n");
  assert.deepEqual(lines.map((line) => line.split(":")[0]), [
    "PORT cannot be used",
    "SECRET cannot be used",
  ]);
  for (const line of lines) assert.doesNotMatch(line, /no port|x\?|undefined/);
});

Deno.test("production misses what it requires, absent or empty, and nothing else", () => {
  assert.equal(refusal({}, true), "Missing in production: SECRET");
  assert.equal(refusal({ SECRET: "", PORT: "1" }, true), "Missing in production: SECRET");
  assert.deepEqual(read({ SECRET: "abc" }, true), { port: "8000", secret: "abc" });
});

Deno.test("whether it is production is asked of the values that were read", () => {
  const asked: unknown[] = [];
  readSettings(ROWS, { PORT: "80" }, (values) => asked.push(values) > 1);
  assert.deepEqual(asked, [{ port: "80", secret: "none" }]);
});
