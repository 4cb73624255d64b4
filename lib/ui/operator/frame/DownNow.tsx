// What is down, above every operators' page; drawn by the server from what was seen last.
import DownBanner from "../../../../islands/DownBanner.tsx";
import type { DownPart } from "../../../health/part.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";

/** Properties of DownNow. */
export interface DownNowProps {
  locale: Locale;
  services: { health: { down(): readonly DownPart[] }; clock: Clock };
}

/** The banner; empty while all is well. */
export function DownNow({ locale, services: { health, clock } }: DownNowProps) {
  return <DownBanner locale={locale} down={health.down()} today={localDate(clock.now())} />;
}
