// Nobody asks faster than the class of a route allows, and every answer says how much is left.
import type { Context, Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import { windowMs } from "../../kernel/gcra.ts";
import type { CallVerdict } from "../../resilience/call-limits.ts";
import { askersOf, countedOf } from "../askers.ts";
import { CALL_PACES, type CallClass } from "../call-classes.ts";
import type { State } from "../define.ts";
import { problemResponse } from "../problem.ts";
import { NOWHERE, ROUTE_RULES } from "../route-table.ts";
import { isSafe } from "../safe-method.ts";

/** Counts the request. Throws RequestError("too-many-requests"); `tellLimits` around it tells how much is left. */
export function limitCalls(): Middleware<State> {
  return (ctx) => {
    const rule = ROUTE_RULES[ctx.route ?? ""] ?? NOWHERE;
    const verdict = counted(ctx, isSafe(ctx.req.method) ? rule.look : rule.send);
    if (verdict?.isAllowed === false) throw tooManyRequests(verdict);
    return ctx.next();
  };
}

/** Says on every answer that is somebody's own what is left of its class. What caches give to others says nothing. */
export function tellLimits(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const { limit } = ctx.state;
    const isShared = /public/.test(response.headers.get("cache-control") ?? "");
    if (limit !== null && !isShared) {
      for (const [name, value] of limitHeaders(limit)) response.headers.set(name, value);
    }
    return response;
  };
}

/** `files` within the pace of static files; what they pass on is counted where it is answered. */
export function limitFiles(files: Middleware<State>): Middleware<State> {
  return async (ctx) => {
    const response = await files(ctx);
    if (ctx.route !== null || ctx.state.limit !== null) return response;
    const verdict = counted(ctx, "static");
    if (verdict?.isAllowed !== false) return response;
    await response.body?.cancel();
    const { locale, requestId } = ctx.state;
    const refusal = problemResponse(tooManyRequests(verdict), locale, requestId);
    refusal.headers.set("cache-control", "no-store");
    for (const [name, value] of limitHeaders(verdict)) refusal.headers.set(name, value);
    return refusal;
  };
}

/** `RateLimit` and `RateLimit-Policy`, draft-ietf-httpapi-ratelimit-headers-10: lists of structured fields (RFC 9651). */
export function limitHeaders(
  { pace, left, fullInMs }: Pick<CallVerdict, "pace" | "left" | "fullInMs">,
): [name: string, value: string][] {
  const name = `"${pace.name}"`;
  return [
    ["ratelimit-policy", `${name};q=${pace.burst};w=${seconds(windowMs(pace))}`],
    ["ratelimit", `${name};r=${left};t=${seconds(fullInMs)}`],
  ];
}

function counted(ctx: Context<State>, name: CallClass): CallVerdict | null {
  const { state } = ctx;
  const pace = CALL_PACES[name];
  const askers = askersOf(ctx);
  state.limit = state.services.callLimits.take(pace, askers);
  const [asker] = askers;
  if (state.limit?.isAllowed === false && asker !== undefined) {
    const version = `${pace.name} ${pace.burst}/${pace.everyMs} ms`;
    const facts = { version, counted: pace.burst, most: pace.burst } as const;
    state.services.refusals.note(countedOf(asker), { rule: "call-pace", ...facts });
  }
  return state.limit;
}

function tooManyRequests({ waitMs }: CallVerdict): RequestError {
  return new RequestError("too-many-requests", { retryAfterSeconds: seconds(waitMs) });
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}
