// The page for everything that could not be shown, in the customer's language, with a code to read out.
import { HttpError } from "fresh";
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { Stopped } from "../lib/ui/customer/pages/Stopped.tsx";

export default define.page(({ error, state }) => {
  const locale = state.locale ?? "sv";
  const { byStatus } = textsFor(locale).errors;
  const status = error instanceof HttpError ? error.status : 500;
  const texts = status in byStatus
    ? byStatus[status as keyof typeof byStatus]
    : byStatus[status < 500 ? 400 : 500];
  return <Stopped locale={locale} {...texts} requestId={state.requestId ?? ""} />;
});
