// What holds for every address, known or not: errors become answers here, inside the headers and the policy of
// the app and outside every folder's guard; nobody asks too fast; nothing too large, ambiguous, forged or under a
// foreign name gets further.
import type { Context } from "fresh";
import { define, type State } from "../lib/http/define.ts";
import { answerErrors } from "../lib/http/middleware/answer-errors.ts";
import { byLanguage } from "../lib/http/middleware/by-language.ts";
import { requireKnownHost } from "../lib/http/middleware/known-hosts.ts";
import { isPersonalNumberRefusal } from "../lib/http/personal-number-guard.ts";
import { retryAfterSeconds } from "../lib/http/error-status.ts";
import { limitCalls, tellLimits } from "../lib/http/middleware/limit-calls.ts";
import { limitRequest } from "../lib/http/middleware/limit-request.ts";
import { readAddress } from "../lib/http/middleware/read-address.ts";
import { renderOnce } from "../lib/http/middleware/render-once.ts";
import { noticeRequest } from "../lib/http/middleware/notice-request.ts";
import { noForgery, varyBySender } from "../lib/http/middleware/same-origin.ts";
import { DomainError } from "../lib/errors/domain-error.ts";
import { isSafe } from "../lib/http/safe-method.ts";
import { tellTrail } from "../lib/http/middleware/tell-trail.ts";
import { paths } from "../lib/kernel/paths.ts";
import { DownThen } from "../lib/ui/operator/frame/DownNow.tsx";
import { OperatorHead } from "../lib/ui/operator/frame/OperatorHead.tsx";
import { OperatorErrorPage } from "../lib/ui/operator/frame/OperatorErrorPage.tsx";
import { Fault } from "../lib/ui/parts/Fault.tsx";
import { StoppedWith } from "./_error.tsx";

export default define.middleware([
  tellTrail(),
  tellLimits(),
  byLanguage(),
  varyBySender(),
  noticeRequest(),
  answerErrors(errorPage),
  requireKnownHost(),
  limitCalls(),
  limitRequest(),
  noForgery(),
  readAddress(),
  renderOnce(),
]);

/** The page for whoever asked: operators keep their own frame. */
function errorPage(ctx: Context<State>, status: number): Promise<Response> {
  const { state, url } = ctx;
  // Whoever writes the product wants to know why; nobody else may.
  if (status >= 500 && ctx.config.mode === "development") {
    return ctx.render(<Fault error={ctx.error} />, { status }, { skipInheritedLayouts: true });
  }
  const isOperators = `${url.pathname}/`.startsWith(`${paths.admin()}/`);
  if (!isOperators) {
    const page = <StoppedWith status={status} state={state} error={ctx.error} />;
    return ctx.render(page, { status });
  }
  const page = (
    <>
      <OperatorHead />
      <DownThen locale={state.locale} services={state.services} />
      <OperatorErrorPage
        locale={state.locale}
        url={url}
        status={status}
        requestId={state.requestId}
        isSent={!isSafe(ctx.req.method)}
        waitSeconds={status === 429 ? retryAfterSeconds(ctx.error) : null}
        hasPersonalNumber={isPersonalNumberRefusal(ctx.error)}
        isOfRole={ctx.error instanceof DomainError && ctx.error.code === "not-allowed"}
      />
    </>
  );
  return ctx.render(page, { status }, { skipInheritedLayouts: true });
}
