// How much a failure in a page matters, and that its fingerprint outlives builds.
import assert from "node:assert/strict";
import { errorFacts } from "../../lib/errors/product-error.ts";
import { fingerprintOf, framesOf } from "../../lib/incidents/fingerprint.ts";
import type { FaultReport } from "../../lib/trail/fault-report.ts";
import { faultError, faultSeverity, trailOf } from "../../lib/trail/fault-rules.ts";
import type { SourcePlace } from "../../lib/trail/source-map.ts";

const REPORT: FaultReport = {
  kind: "island",
  route: "/",
  island: "TimeField",
  type: "TypeError",
  message: "cannot read properties of undefined",
  positions: [],
  vitals: { lcpMs: null, inpMs: null, ttfbMs: null, clsThousandths: null },
  steps: [],
};

function place(file: string, name: string, line: number): SourcePlace {
  return { file, name, line, column: 5 };
}

function fingerprint(report: FaultReport, places: readonly (SourcePlace | null)[]): string {
  const error = faultError(report, places);
  return fingerprintOf(errorFacts(error), report.route, framesOf(error));
}

Deno.test("what fails where somebody books or the day is run matters; a script that never came less", () => {
  for (const route of ["/", "/quotes/:id", "/bookings/:link", "/admin"]) {
    assert.equal(faultSeverity({ kind: "island", route }), "high", route);
    assert.equal(faultSeverity({ kind: "page", route }), "high", route);
    assert.equal(faultSeverity({ kind: "script", route }), "medium", route);
  }
  for (const route of ["/privacy", "/help", ""]) {
    assert.equal(faultSeverity({ kind: "island", route }), "medium", route);
  }
});

Deno.test("lines, columns and hashes of builds do not change the fingerprint; file, function and words do", () => {
  const first = fingerprint(REPORT, [place("islands/TimeField.tsx", "steer", 78)]);
  assert.equal(fingerprint(REPORT, [null, place("islands/TimeField.tsx", "steer", 99)]), first);
  assert.notEqual(fingerprint(REPORT, [place("islands/TimeField.tsx", "tapped", 78)]), first);
  assert.notEqual(
    fingerprint({ ...REPORT, message: "x" }, [place("islands/TimeField.tsx", "steer", 78)]),
    first,
  );
});

Deno.test("the position is the innermost of the product: the framework's start-up script says nothing", () => {
  const places = [
    null,
    place("lib/jsr/fresh/client/boot.ts", "start", 1),
    place("lib/ui/a.ts", "", 7),
  ];
  assert.equal(trailOf(REPORT, places).position, "lib/ui/a.ts:7:5");
  assert.deepEqual(framesOf(faultError(REPORT, places)), ["lib/ui/a.ts"]);
  assert.equal(trailOf(REPORT, [null]).position, "");
});
