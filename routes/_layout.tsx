// Header and footer of the customer pages, and a sentence while nothing can be booked.
import { isRefused } from "../lib/health/degradation-rules.ts";
import { define } from "../lib/http/define.ts";
import { downTexts } from "../lib/i18n/down-texts.ts";
import { DEFAULT_LOCALE } from "../lib/kernel/locale.ts";
import { Shell } from "../lib/ui/customer/Shell.tsx";

export default define.layout(({ Component, state, url }) => {
  const locale = state.locale ?? DEFAULT_LOCALE;
  const isClosed = isRefused(state.services?.health.down() ?? [], "book");
  return (
    <Shell locale={locale} url={url} notice={isClosed ? downTexts(locale).noBookings : null}>
      <Component />
    </Shell>
  );
});
