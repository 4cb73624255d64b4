// Everybody at every route, with things of their own and of others, looking and sending: 100 % of routes × callers ×
// owners. What is expected follows from the rule of the route alone.
import assert from "node:assert/strict";
import { KEPT_BY_NOBODY, KEPT_BY_READER } from "../../lib/http/cache-classes.ts";
import { ROUTE_RULES, type RouteRule } from "../../lib/http/route-table.ts";
import { allRoutes } from "../support/all-routes.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import {
  ENDS_SESSIONS,
  isReadable,
  type RouteCaller,
  routeCallers,
  sendInit,
} from "../support/route-callers.ts";
import { addressOf, CUSTOMER_CANARIES, isMade, routeObjects } from "../support/route-objects.ts";

const OWNERS = ["own", "foreign"] as const;
const METHODS = ["look", "send"] as const;
type Owner = typeof OWNERS[number];
type Method = typeof METHODS[number];

/** What a caller meets. */
type Met =
  | "open"
  /** Not signed in: refused, or sent to sign in. */
  | "door"
  /** Signed in, and it is not theirs to do. */
  | "refused"
  /** There is no such thing, as far as they are told. */
  | "absent";

interface Cell {
  method: Method;
  owner: Owner;
  caller: RouteCaller;
}

/** What follows from the rule. */
function expected({ who }: RouteRule, { method, owner, caller }: Cell): Met {
  if (who === "everybody") return "open";
  if (who === "link") return owner === "own" ? "open" : "absent";
  if (!caller.isSignedIn) return "door";
  if (who === "person") return "open";
  if (who === "driver") return caller.name === "driver" ? "open" : "refused";
  const right = method === "look" ? who.see : who.act;
  return caller.rights.includes(right) ? "open" : "refused";
}

function met(response: Response): Met {
  const leadsTo = response.headers.get("location") ?? "";
  if (response.status === 401 || /^\/sign-in(\?|$)/.test(leadsTo)) return "door";
  if (response.status === 403) return "refused";
  return response.status === 404 || response.status === 410 ? "absent" : "open";
}

/** True when what was met is what had to be: whoever may ask may also be told that there is no such thing, or method. */
function fits(wanted: Met, response: Response, owner: Owner): boolean {
  const was = met(response);
  // A step of signing in leads back to its beginning.
  const beginsAgain = wanted === "open" && was === "door" && response.status === 303;
  if (was === wanted || (beginsAgain && owner === "foreign")) return response.status < 500;
  // What a form of everybody names may not be there: a price, a code.
  const mayBeAbsent = wanted === "open" && was === "absent";
  // A page of a person sends a guest to another of theirs, which has the door.
  const leadsToDoor = wanted === "door" && response.status === 303 &&
    (response.headers.get("location") ?? "").startsWith("/account/");
  if (leadsToDoor) return true;
  const hasNoMethod = (wanted === "absent" || wanted === "door") && response.status === 405;
  return hasNoMethod || (mayBeAbsent && owner === "foreign");
}

/** Own things that no test makes here; those who may ask are told that there is none. */
const NOT_MADE = new RegExp([
  "api/sms|:(unknown\\*|jobId|actId|fingerprint|version|item|kind|action)|tariff-(drafts|reviews)",
  // Of money: what these name stands in their query or their form.
  "bookkeeping/(day|fortnox|connect-fortnox|document)|payment-files/:id|money/:bookingId",
].join("|"));

Deno.test("every route, by everybody, own and foreign, looked at and sent to, is open or closed as its rule says", async () => {
  await using product = await testProduct();
  const objects = await routeObjects(product.services);
  const callers = await routeCallers(product);
  const wrong: string[] = [];
  let cells = 0;
  for (const pattern of allRoutes()) {
    const rule = ROUTE_RULES[pattern];
    assert(rule !== undefined, `${pattern} has no rule`);
    const isThere = isMade(pattern, objects) && !NOT_MADE.test(pattern);
    assert(rule.who !== "link" || isMade(pattern, objects), `nothing stands for ${pattern}`);
    for (const one of cellsOf(callers)) {
      cells++;
      const caller = ENDS_SESSIONS.test(pattern) ? await one.caller.again() : one.caller;
      const cell = { ...one, caller };
      const isNamedInside = rule.who === "everybody" &&
        (cell.method === "send" || pattern.startsWith("/sign-in"));
      const owner = !isThere || isNamedInside ? "foreign" : cell.owner;
      const { response, body } = await ask(
        product,
        cell,
        await addressOf(pattern, objects, cell.owner),
      );
      const wanted = expected(rule, cell);
      const isUnread = cell.method === "send" && wanted === "absent" && !isReadable(pattern) &&
        response.status === 422;
      const name = `${caller.name} ${cell.method} ${pattern} (${cell.owner})`;
      if (!isUnread && !fits(wanted, response, owner)) {
        wrong.push(`${name}: ${response.status}, wanted ${wanted}`);
      }
      // What stands in the outbox is everybody's, on a developer's machine; elsewhere there is none.
      const mayLook = pattern === "/outbox" || mayRead(rule, cell);
      const leaked = mayLook ? [] : leaksOf(body);
      if (leaked.length > 0) wrong.push(`${name}: shows ${leaked}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(cells, allRoutes().length * callers.length * OWNERS.length * METHODS.length);
  console.info(`${cells} cells: ${allRoutes().length} routes, ${callers.length} callers`);
});

function cellsOf(callers: readonly RouteCaller[]): Cell[] {
  return callers.flatMap((caller) =>
    OWNERS.flatMap((owner) => METHODS.map((method) => ({ caller, owner, method })))
  );
}

async function ask(
  { origin }: TestProduct,
  { caller, method }: Cell,
  path: string,
): Promise<{ response: Response; body: string }> {
  const init = method === "look" ? { headers: caller.headers } : sendInit(caller, path);
  const response = await fetch(origin + path, { ...init, redirect: "manual" });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { response, body: "" };
  }
  return { response, body: await response.text() };
}

/** Field level: a customer's name, number and mail are for whoever has the ticket, and for the staff of the day. */
function mayRead({ who }: RouteRule, { caller, owner }: Cell): boolean {
  if (who === "link") return owner === "own";
  return typeof who === "object" && caller.rights.includes(who.see);
}

function leaksOf(body: string): string[] {
  return Object.values(CUSTOMER_CANARIES).filter((canary) => body.includes(canary));
}

Deno.test("the matrix sees a route that is open to one too many, one that is closed, and a field too many", () => {
  const rule: RouteRule = {
    who: { see: "see-day", act: "dispatch" },
    look: "page",
    send: "page",
    kept: KEPT_BY_NOBODY,
  };
  const caller = (rights: RouteCaller["rights"], isSignedIn = true) => ({
    ...{ name: "", isSignedIn, rights, headers: {}, formToken: "" },
    again: () => Promise.reject(new Error("nobody enters again here")),
  });
  const cell = (one: RouteCaller, method: Method = "look", owner: Owner = "own"): Cell => {
    return { caller: one, method, owner };
  };
  const answered = (status: number, one: Cell) =>
    fits(expected(rule, one), new Response(null, { status }), one.owner);
  assert.equal(answered(200, cell(caller([], false))), false);
  assert.equal(answered(200, cell(caller([]))), false);
  assert.equal(answered(404, cell(caller([]))), false);
  assert.equal(answered(200, cell(caller(["see-day"]), "send")), false);
  assert.equal(answered(403, cell(caller(["see-day"]))), false);
  assert.equal(answered(404, cell(caller(["see-day"]))), false);
  assert.equal(answered(500, cell(caller(["see-day"]))), false);
  assert.equal(answered(200, cell(caller(["see-day"]))), true);
  const ticket: RouteRule = { who: "link", look: "page", send: "book", kept: KEPT_BY_READER };
  const guest = cell(caller([], false), "look", "foreign");
  assert.equal(
    fits(expected(ticket, guest), new Response(null, { status: 200 }), "foreign"),
    false,
  );
  assert.equal(
    fits(expected(ticket, guest), new Response(null, { status: 403 }), "foreign"),
    false,
  );
  assert.equal(mayRead(ticket, guest), false);
  assert.equal(leaksOf(`<p>${CUSTOMER_CANARIES.email}</p>`).length, 1);
});
