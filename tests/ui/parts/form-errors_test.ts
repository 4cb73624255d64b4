import assert from "node:assert/strict";
import { failedChecks, type FieldCheck } from "../../../lib/ui/parts/form-errors.ts";

const CHECKS: FieldCheck[] = [
  { field: "from", rule: "filled", text: "Varifrån?" },
  { field: "date", rule: "date", text: "Vilken dag?" },
  { field: "time", rule: "clock", text: "Vilken tid?" },
  { field: "time", rule: "filled", text: "Ingen tid" },
];

function failed(fields: Record<string, string>): string[] {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return failedChecks(form, CHECKS).map(({ field }) => field);
}

Deno.test("the page finds what is missing or unreadable, in order and each field once", () => {
  assert.deepEqual(failed({}), ["from", "date", "time"]);
  assert.deepEqual(failed({ from: " ", date: "2026-11-28", time: "24.00" }), ["from", "time"]);
  assert.deepEqual(failed({ from: "Avenyn", date: "2026-02-30", time: "640" }), ["date"]);
  assert.deepEqual(failed({ from: "Avenyn", date: "2026-11-28", time: "6.40 pm" }), []);
});

Deno.test("a chosen day is a date, whatever stands in the field behind it", () => {
  assert.deepEqual(failed({ from: "a", day: "2026-11-28", date: "", time: "640" }), []);
  assert.deepEqual(failed({ from: "a", day: "", date: "", time: "640" }), ["date"]);
});
