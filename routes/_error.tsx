// The page for everything that could not be shown, in the customer's language, with a code to read out.
import { define, type State } from "../lib/http/define.ts";
import { isPersonalNumberRefusal } from "../lib/http/personal-number-guard.ts";
import { errorAnswer, retryAfterSeconds } from "../lib/http/error-status.ts";
import { DEFAULT_LOCALE } from "../lib/kernel/locale.ts";
import { comeBackWords } from "../lib/i18n/come-back-words.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { Stopped } from "../lib/ui/customer/pages/Stopped.tsx";

/** What a customer reads for a status; the state is empty when the request never got its services. */
export function StoppedWith(
  { status, state, error }: { status: number; state: Partial<State>; error: unknown },
) {
  const locale = state.locale ?? DEFAULT_LOCALE;
  const { byStatus, byCode, personalNumber } = textsFor(locale).errors;
  const { code } = errorAnswer(error);
  const own = isPersonalNumberRefusal(error)
    ? personalNumber
    : Object.entries(byCode).find(([one]) => one === code)?.[1];
  const texts = own ??
    (status in byStatus
      ? byStatus[status as keyof typeof byStatus]
      : byStatus[status < 500 ? 400 : 500]);
  const seconds = status === 429 ? retryAfterSeconds(error) : null;
  const text = seconds === null ? texts.text : `${texts.text} ${comeBackWords(locale, seconds)}`;
  return <Stopped locale={locale} {...texts} text={text} requestId={state.requestId ?? ""} />;
}

/** For errors outside routes/_middleware.tsx alone, which answers all others. */
export default define.page(({ error, state }) => (
  <StoppedWith status={errorAnswer(error).status} state={state} error={error} />
));
