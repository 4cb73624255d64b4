// Says of each answer what those who watch over security may have to see. Outside what makes answers of errors, so that it
// knows them all; nothing of a request is kept but keyed marks.
import { networkMark, shortMark } from "../../accounts/sign-in-tries.ts";
import { readHeader } from "../../forms/header-inputs.ts";
import { tokenHash } from "../../kernel/ids.ts";
import type { Context, Middleware } from "fresh";
import type { State } from "../define.ts";
import { isSafe } from "../safe-method.ts";
import { signalsOf } from "../security-signals.ts";
import { senderOf } from "../sender-of.ts";
import { deviceOf } from "../session-origin.ts";

/** Watches. */
export function noticeRequest(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    await notice(ctx, response.status);
    return response;
  };
}

async function notice(ctx: Context<State>, status: number): Promise<void> {
  const { services, operator, signedIn, errorCode } = ctx.state;
  const { securityEvents, triesKey, clock } = services;
  const answered = { route: ctx.route ?? "", isSafe: isSafe(ctx.req.method), status };
  const signals = signalsOf({ ...answered, code: errorCode });
  if (signals.length === 0 && signedIn === null) return;
  const sender = senderOf(ctx);
  const own = {
    atMs: clock.now().epochMilliseconds,
    network: sender === "" ? "" : shortMark(await networkMark(triesKey, sender)),
    person: operator?.personId ?? "",
    session: signedIn === null ? "" : shortMark(signedIn.session.id),
    device: signedIn === null ? "" : deviceOf(readHeader(ctx.req.headers, "user-agent") ?? ""),
  };
  for (const { kind, subjects } of signals) {
    const target = shortMark(tokenHash(ctx.url.pathname));
    securityEvents.note({ ...own, kind, subjects, target });
  }
  if (signedIn !== null) securityEvents.note({ ...own, kind: "session-used" });
}
