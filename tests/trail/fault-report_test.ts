// A report is read word by word: what has no shape of ours is dropped or refused, whoever sends it.
import assert from "node:assert/strict";

import { faultReportSchema, readFaultReport } from "../../lib/trail/fault-report.ts";
import { readStep } from "../../lib/trail/step-reader.ts";
import { aFaultReport } from "../support/fault-reports.ts";
import { fc } from "../support/property.ts";

Deno.test("a page's report becomes steps with names, the oldest first", () => {
  const { kind, route, island, steps, vitals } = readFaultReport(
    faultReportSchema.parse(aFaultReport()),
  );
  assert.deepEqual([kind, route, island], ["island", "/", "TimeField"]);
  assert.deepEqual(vitals, { lcpMs: 640, inpMs: 48, ttfbMs: 31, clsThousandths: 12 });
  assert.equal(steps.length, 10);
  assert.deepEqual(steps[0], {
    agoMs: 42_000,
    kind: "page",
    how: "back_forward",
    from: "/quotes",
    route: "/",
    requestId: "3C4D-9QRT",
    code: "",
  });
  assert.deepEqual(steps.at(-1), {
    agoMs: 20,
    kind: "use",
    deed: "click",
    control: "button",
    name: "",
    nth: 3,
    island: "TimeField",
  });
});

Deno.test("what failed is told by the event and by whether a script came at all", () => {
  const kindOf = (told: string, positions: unknown) =>
    readFaultReport(faultReportSchema.parse({ ...aFaultReport(), told, positions })).kind;
  assert.equal(kindOf("error", [["boot-ABCDEFGH.js", 0, 0]]), "script");
  assert.equal(kindOf("error", [["boot-ABCDEFGH.js", 1, 5]]), "page");
  assert.equal(kindOf("unhandledrejection", [["boot-ABCDEFGH.js", 1, 5]]), "page");
  assert.equal(kindOf("island-failed", []), "island");
});

Deno.test("a step with words of somebody's loses them, and one that is none is dropped", () => {
  const dropped: readonly (readonly unknown[])[] = [
    ["note", 1, "Maja"],
    ["click", 1, "Maja Öberg", 0, ""],
    ["click", 1, "Maja phone", 0, ""],
    ["click", 1, "button phone 070", 0, ""],
    ["click", -1, "button ", 0, ""],
    ["click", 60_001, "button ", 0, ""],
    ["click", 1, "button ", 1e9, ""],
    ["ask", 1, 200, 1.5, "/api/places"],
    ["ask", 1, 9_999, 1, "/api/places"],
    ["island", 1, "Maja", 1],
    [],
    [null, 1],
  ];
  for (const one of dropped) assert.equal(readStep(one), null, JSON.stringify(one));
  const asked = readStep(["ask", 1, 404, 1, "/bookings/K4Q7RM Maja Öberg"]);
  assert(asked?.kind === "ask");
  assert.deepEqual([asked.route, asked.requestId, asked.code], ["", "", ""]);
});

Deno.test("whatever is sent, no digit but of numbers and references and no letter outside our alphabet is kept", () => {
  const piece = fc.oneof(fc.string(), fc.nat(), fc.constantFrom(...["click", "page", "ask", null]));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (sent) => {
      const step = readStep(sent);
      for (const [name, value] of Object.entries(step ?? {})) {
        if (typeof value !== "string" || name === "requestId") continue;
        assert.match(value, /^[A-Za-z:.*/_-]*$/, name);
      }
    }),
  );
});
