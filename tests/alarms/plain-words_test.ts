// Words that leave the house have the form of words of our own; whatever else stands in their place does not leave it.
import assert from "node:assert/strict";
import {
  isSourceFile,
  plainCode,
  plainErrorName,
  plainFunctionName,
  plainOperation,
  plainReference,
} from "../../lib/alarms/plain-words.ts";
import { roomWork } from "../../lib/assembly/work.ts";
import { ERROR_CATEGORY } from "../../lib/errors/error-category.ts";
import { CANARIES } from "../support/canaries.ts";
import { filesBelow } from "../support/module-graph.ts";
import { testServices } from "../support/services.ts";

Deno.test("every code of the product is said as it is", () => {
  for (const code of Object.keys(ERROR_CATEGORY)) assert.equal(plainCode(code), code);
  assert.equal(plainCode("PAYMENT_FAILED"), "PAYMENT_FAILED");
});

Deno.test("every route, job, reader and round of the product is said as it is", async () => {
  await using test = await testServices();
  const works = roomWork(test.services);
  const names = works.flatMap(({ jobs = [], rounds = [], readers = [], backfills = [] }) => [
    ...[...jobs, ...rounds, ...backfills].map(({ name }) => name),
    ...readers.map(({ name }) => `reading the feed for ${name}`),
  ]);
  assert(names.length > 10);
  const routes = filesBelow("routes").filter((path) => !/\/_\w+\.tsx?$/.test(path)).map(patternOf);
  assert(routes.length > 50 && routes.includes("/admin/incidents/:fingerprint"));
  for (const name of [...names, ...routes, "jobs", "unhandledrejection", "error"]) {
    assert.equal(plainOperation(name), name);
  }
});

Deno.test("no personal data has the form of one of our words", () => {
  for (const canary of CANARIES) {
    assert.equal(plainCode(canary), "other", canary);
    assert.equal(plainOperation(canary), "other", canary);
    assert.equal(plainOperation(`/bookings/${canary}`), "other", canary);
    assert.equal(plainReference(canary), "", canary);
    assert.equal(plainErrorName(canary), "Error", canary);
  }
  assert.equal(plainFunctionName(CANARIES.join(" ")), "");
  assert.equal(plainReference("7F3K-22QD"), "7F3K-22QD");
  assert.equal(plainErrorName("GatewayError"), "GatewayError");
});

Deno.test("every file of our sources whose name can stand in a stack may be named", () => {
  const files = ["lib", "routes", "islands", "scripts"].flatMap((folder) => filesBelow(folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("(") && !path.startsWith("lib/jsr/"));
  assert(files.length > 500);
  assert.deepEqual(files.filter((path) => !isSourceFile(path)), []);
  const others = [
    "lib/0701234567.ts",
    "lib/Kanariegatan.ts",
    "lib/kanarie.example.ts",
    "lib/a/../b.ts",
  ];
  assert.deepEqual(others.filter(isSourceFile), []);
});

/** The pattern of a route's file: `routes/admin/[...unknown].ts` is `/admin/:unknown*`. */
function patternOf(path: string): string {
  return path.replace(/^routes/, "").replace(/\/\(\w+\)/g, "").replace(/\.tsx?$/, "").replace(
    /\/index$/,
    "",
  )
    .replace(/\[\.\.\.(\w+)\]/g, ":$1*").replace(/\[(\w+)\]/g, ":$1") || "/";
}
