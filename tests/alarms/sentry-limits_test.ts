import assert from "node:assert/strict";
import { peaceMs } from "../../lib/alarms/sentry-limits.ts";

const NOW_MS = Date.parse("2026-11-23T05:00:00Z");

Deno.test("a server has the peace it asks for, in each way it can ask", () => {
  const cases: readonly [number, Record<string, string>, number][] = [
    [200, {}, 0],
    [429, {}, 60],
    [429, { "retry-after": "17" }, 17],
    [429, { "retry-after": "Mon, 23 Nov 2026 05:00:30 GMT" }, 30],
    [429, { "retry-after": "Mon, 23 Nov 2026 04:00:00 GMT" }, 0],
    [429, { "retry-after": "soon" }, 60],
    // Also with an answer that took what was sent.
    [200, { "x-sentry-rate-limits": "30:error:organization:quota" }, 30],
    [200, { "x-sentry-rate-limits": "30:transaction;session:key" }, 0],
    [
      200,
      { "x-sentry-rate-limits": "10:transaction:key, 2700:default;error;security:project" },
      2_700,
    ],
    [429, { "x-sentry-rate-limits": "12::organization", "retry-after": "99" }, 12],
    [200, { "x-sentry-rate-limits": "x:error:key, 1.5::key" }, 1.5],
    // Nonsense does not silence us for good.
    [429, { "retry-after": "99999999999" }, 86_400],
  ];
  for (const [status, headers, seconds] of cases) {
    const said = `${status} ${JSON.stringify(headers)}`;
    assert.equal(peaceMs({ status, headers: new Headers(headers) }, NOW_MS), seconds * 1_000, said);
  }
});
