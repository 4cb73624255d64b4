// How a failure has come over the last day: a bar an hour, and the same in words.
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Trend } from "../../../incidents/incident-rules.ts";

/** Properties of HourBars. */
export interface HourBarsProps {
  locale: Locale;
  trend: Trend;
}

const HEIGHT = 20;
const STEP = 5;

/** The picture says nothing the words do not. */
export function HourBars({ locale, trend }: HourBarsProps) {
  const words = textsFor(locale).incidents;
  const { hours, lastDay, dayBefore } = trend;
  const most = Math.max(1, ...hours);
  return (
    <span class="incident-trend">
      <svg
        width={hours.length * STEP}
        height={HEIGHT}
        viewBox={`0 0 ${hours.length * STEP} ${HEIGHT}`}
        aria-hidden="true"
      >
        {hours.map((count, hour) => {
          const height = count === 0 ? 1 : Math.max(3, Math.round(HEIGHT * count / most));
          return (
            <rect
              key={hour}
              class={count === 0 ? "none" : "some"}
              x={hour * STEP}
              y={HEIGHT - height}
              width={STEP - 1}
              height={height}
            />
          );
        })}
      </svg>
      <span>{words.trend(formatNumber(locale, lastDay), formatNumber(locale, dayBefore))}</span>
    </span>
  );
}
