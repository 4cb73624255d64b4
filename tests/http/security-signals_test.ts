import assert from "node:assert/strict";
import { type Answered, signalsOf } from "../../lib/http/security-signals.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";

const kinds = (answered: Partial<Answered>) =>
  signalsOf({ route: "/", isSafe: true, status: 200, code: "", ...answered }).map(({ kind }) =>
    kind
  );

Deno.test("an answer says what those who watch over security must know of it, and most say nothing", () => {
  const cases: readonly [Partial<Answered>, string[]][] = [
    [{}, []],
    [{ status: 429 }, ["limit-hit"]],
    [{ route: "/sign-in", isSafe: false, status: 422, code: "too-many-tries" }, ["limit-hit"]],
    [{ route: "/admin/jobs", status: 403 }, ["refused"]],
    [{ route: "/bookings/:link", status: 404 }, ["secret-unknown"]],
    [{ route: "/enter/:token", status: 410 }, ["secret-unknown"]],
    [{ route: "/help", status: 404 }, []],
    [{ route: "/api/sms/:token", isSafe: false, status: 404 }, ["report-unknown"]],
    [{ route: "/quotes", isSafe: false, status: 303 }, ["price-asked"]],
    [{ route: "/quotes", isSafe: false, status: 422 }, []],
    [{ route: "/bookings", isSafe: false, status: 303 }, ["booked"]],
    [{ route: "/bookings/:link" }, ["ticket-read"]],
    [{ route: "/admin/bookings/:bookingId/sheets/:kind" }, ["staff-read"]],
    [{ route: "/api/admin/bookings/:bookingId" }, ["staff-read"]],
    [{ route: "/admin/day.csv" }, ["staff-export"]],
    [{ route: "/admin/audit/export.csv" }, ["staff-export"]],
  ];
  for (const [answered, expected] of cases) {
    assert.deepEqual(kinds(answered), expected, JSON.stringify(answered));
  }
});

Deno.test("every route that takes its secret in the address says when it is none", () => {
  const links = Object.entries(ROUTE_RULES).filter(([, { who }]) => who === "link").map(([route]) =>
    route
  );
  assert.deepEqual(links.filter((route) => kinds({ route, status: 404 }).length === 0), []);
});
