// Which routes a trail may name: those of the product, whatever else looks like one.
import assert from "node:assert/strict";
import { manifest } from "../../fresh.gen.ts";
import { knownRoute } from "../../lib/trail/known-routes.ts";

/** Route patterns as the router names them. */
const PATTERNS = Object.keys(manifest.routes).map((file) => patternOf(file))
  .filter((pattern) => pattern !== null);

function patternOf(file: string): string | null {
  const path = `/${file}`.replace(/\.tsx?$/, "").replace(/\/index$/, "");
  if (/\/_/.test(path)) return null;
  return path.replace(/\/\([^)]+\)/g, "").replace(/\[\.\.\.(\w+)\]/g, ":$1*")
    .replace(/\[(\w+)\]/g, ":$1") || "/";
}

Deno.test("every route of the product may be named, whatever its parameters are called", () => {
  assert(PATTERNS.length > 60);
  // A program of the browser's own, which shows no page and asks for nothing.
  const unnamed = PATTERNS.filter((pattern) => knownRoute(pattern) === "");
  assert.deepEqual(unnamed, ["/api/openapi.json", "/sw.js"]);
});

Deno.test("an address is no pattern, nor is a word of somebody's", () => {
  const strange = [
    "/bookings/K4Q7RM",
    "/maja",
    "/bookings/oberg",
    "/quotes/01KAMZ8N00AVANT1TESTQ0TE09",
    "/admin?q=Maja",
    "https://avanti.example/",
    "bookings",
    "/bookings/~",
    "",
  ];
  for (const text of strange) assert.equal(knownRoute(text), "", text);
});
