// What is down, above every operators' page; drawn by the server from what was seen last.
import DownBanner from "../../../../islands/DownBanner.tsx";
import { DownParts, type DownPartsProps } from "./DownParts.tsx";
import type { DownPart } from "../../../health/part.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";

/** Properties of DownNow. */
export interface DownNowProps {
  locale: Locale;
  services: { health: { down(): readonly DownPart[] }; clock: Clock };
}

/** The banner of a page that goes on while something goes down or comes back. */
export function DownNow(props: DownNowProps) {
  return <DownBanner {...partsOf(props)} />;
}

/** The same on a page that asks for no script, such as that of an error. */
export function DownThen(props: DownNowProps) {
  return <DownParts {...partsOf(props)} />;
}

function partsOf({ locale, services: { health, clock } }: DownNowProps): DownPartsProps {
  return { locale, down: health.down(), today: localDate(clock.now()) };
}
