// What is shown instead of a page when there is no network.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { Stopped } from "./Stopped.tsx";

/** The page, in the language last read. */
export function Offline({ locale }: { locale: Locale }) {
  const { errors } = textsFor(locale);
  return (
    <Stopped
      locale={locale}
      title={errors.offlineTitle}
      text={errors.offlineText}
      requestId=""
    />
  );
}
