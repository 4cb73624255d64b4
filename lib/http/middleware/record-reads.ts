// Whoever works on the operators' pages leaves one entry in the audit log for each view, search or export that showed
// somebody's data. Whose it was is gathered where rows are read, so that a new page needs to do nothing for it.
import type { Middleware } from "fresh";
import { SeenSubjects } from "../../audit/seen-subjects.ts";
import { gatherSeen } from "../../kernel/acting.ts";
import type { State } from "../define.ts";
import { isSafe } from "../safe-method.ts";

/** Records what a look showed, before it is shown. A stream is one view, whatever it tells later. */
export function recordReads(): Middleware<State> {
  return async (ctx) => {
    if (!isSafe(ctx.req.method)) return await ctx.next();
    const seen = new SeenSubjects();
    gatherSeen(seen);
    const response = await ctx.next();
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    if (response.ok && (seen.count > 0 || isStream)) {
      await ctx.state.services.audit.readSeen(seen);
    }
    return response;
  };
}
