// How much of what is allowed something takes, as a bar and in words.
import { formatBytes } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Properties of Room. */
export interface RoomProps {
  bytes: number;
  maxBytes: number;
  locale: Locale;
}

/** The bar says nothing the words do not. */
export function Room({ bytes, maxBytes, locale }: RoomProps) {
  const { ofBytes } = textsFor(locale).cache;
  return (
    <span class="cache-room">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cache-most" width="100" height="8" />
        <rect class="cache-held" width={100 * Math.min(1, bytes / maxBytes)} height="8" />
      </svg>
      {ofBytes(formatBytes(locale, bytes), formatBytes(locale, maxBytes))}
    </span>
  );
}
