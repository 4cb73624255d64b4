// Takes the code somebody was sent: it signs in, makes their account, or makes an address theirs.
import { page } from "fresh";
import { homeOf } from "../../../lib/accounts/person-home.ts";
import { returnPath } from "../../../lib/accounts/return-path.ts";
import { codeToken } from "../../../lib/accounts/session-cookie.ts";
import {
  lookAtCode,
  type SentCodeAnswer,
  useSentCode,
} from "../../../lib/accounts/use-sent-code.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import type { FieldErrorCode } from "../../../lib/i18n/field-error-code.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { minutesToWait } from "../../../lib/http/minutes-to-wait.ts";
import {
  signInFrom,
  withGuest,
  withHalfway,
  withoutCode,
  withSession,
} from "../../../lib/http/sign-in-from.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { coverNewReach } from "../../../lib/privacy/cover-new-reach.ts";
import { SentPage, type SentPageData } from "../../../lib/ui/customer/account/SentPage.tsx";
import {
  checkCode,
  type CodeForm,
  EMPTY_CODE,
} from "../../../lib/ui/customer/account/sign-in-form.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const next = ctx.url.searchParams.get("next") ?? "";
    return page(await sentData(ctx.state.services, ctx.req, { ...EMPTY_CODE, next }));
  },

  async POST(ctx) {
    const { services, log, signedIn } = ctx.state;
    const form = checkCode(await readForm(ctx.req));
    const token = codeToken(ctx.req.headers, secureCookies(services.config));
    const again = async (more: Partial<CodeForm>, init: ResponseInit = { status: 422 }) =>
      page(await sentData(services, ctx.req, { ...form, code: "", ...more }), init);
    if (token === null) return await again({ isOver: true });
    if (form.errors.length > 0) return await again({});
    try {
      const from = signInFrom(ctx.state, ctx.req, ctx.info?.remoteAddr);
      const input = { token, code: form.code, signedIn };
      const answer = await useSentCode({ ...services, log }, input, from);
      if (answer.kind === "over") return await again({ isOver: true });
      if (answer.kind === "refused") return await again(wrong("sentCodeWrong"));
      if (answer.kind === "reached" && signedIn !== null) {
        await coverNewReach(services, signedIn.person.id);
      }
      const response = ctx.redirect(whereTo(answer, form.next), 303);
      return withoutCode(services, await signedInBy(services, answer, response));
    } catch (error) {
      const isTaken = error instanceof DomainError && error.code === "address-taken";
      if (isTaken) return await again(wrong("reachTaken"), { status: 409 });
      const wait = minutesToWait(error);
      return await again({ waitMinutes: wait.minutes }, wait.init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SentPage locale={state.locale} data={data} />
));

type TakenCode = Exclude<SentCodeAnswer, { kind: "over" | "refused" }>;

async function sentData(services: Services, req: Request, form: CodeForm): Promise<SentPageData> {
  const token = codeToken(req.headers, secureCookies(services.config));
  return { form, reach: token === null ? null : await lookAtCode(services, token) };
}

function wrong(code: FieldErrorCode): Partial<CodeForm> {
  return { errors: [{ field: "code", code }] };
}

function whereTo(answer: TakenCode, next: string): string {
  if (answer.kind === "reached") return paths.security({ done: "reach" });
  if (answer.kind === "halfway") return paths.signInCode(next === "" ? {} : { next });
  if (answer.kind === "guest") return returnPath(next, paths.myBookings());
  return returnPath(
    next,
    answer.kind === "joined" ? paths.security({ done: "joined" }) : homeOf(answer.begun),
  );
}

async function signedInBy(
  services: Services,
  answer: TakenCode,
  response: Response,
): Promise<Response> {
  if (answer.kind === "reached") return response;
  if (answer.kind === "halfway") return withHalfway(services, answer.token, response);
  if (answer.kind === "guest") return withGuest(services, answer.token, response);
  return await withSession(services, answer.begun, response);
}
