// Every route has a row that says who may call it and how fast, and docs/limits.md says the same.
import assert from "node:assert/strict";
import { CALL_PACES } from "../../lib/http/call-classes.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import { windowMs } from "../../lib/kernel/gcra.ts";
import { allRoutes } from "../support/all-routes.ts";

Deno.test("every route of the product has a rule, and every rule a route", () => {
  assert.deepEqual(allRoutes().sort(), Object.keys(ROUTE_RULES).sort());
});

Deno.test("every class of limit is used by a route, or by the files that are served as they are", () => {
  const used = new Set(Object.values(ROUTE_RULES).flatMap(({ look, send }) => [look, send]));
  assert.deepEqual(Object.keys(CALL_PACES).filter((name) => !used.has(name as never)), []);
});

Deno.test("docs/limits.md has a row for each class: at once, one each, all of it again after", async () => {
  const rows = Object.values(CALL_PACES).map((pace) =>
    [pace.name, pace.burst, pace.everyMs, windowMs(pace) / 1_000].join(" | ")
  );
  const document = await Deno.readTextFile("docs/limits.md");
  const written = document.split("\n").flatMap((line) => {
    const [, name, ...figures] = line.split("|").map((cell) => cell.trim());
    const isClass = /^`[a-z-]+`$/.test(name ?? "") && /^[\d,]+$/.test(figures[0] ?? "");
    if (!isClass) return [];
    return [[name?.slice(1, -1), ...figures.slice(0, 3).map((cell) => cell.replace(/[, ms]/g, ""))]
      .join(" | ")];
  });
  assert.deepEqual(written, rows);
});
