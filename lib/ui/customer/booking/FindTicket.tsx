// Where a customer finds their ticket when they come without its address.
import { paths } from "../../../kernel/paths.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { PageHead } from "../PageHead.tsx";

/** Says where the ticket is. */
export function FindTicket({ locale }: { locale: Locale }) {
  const { booking, shell } = textsFor(locale);
  return (
    <div class="page refused">
      <PageHead locale={locale} title={booking.findTitle} />
      <h1>{booking.findTitle}</h1>
      <p class="refused-text">{booking.findText}</p>
      <div class="button-row">
        <a class="button" href={paths.home()}>{shell.book}</a>
      </div>
    </div>
  );
}
