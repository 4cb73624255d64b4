// The day in five figures, one strip.
import type { DayFigures } from "../../../board/day.ts";
import { formatKronor } from "../../../i18n/format.ts";
import type { Look } from "../frame/look.ts";

/** What the strip shows. */
export interface FiguresProps {
  look: Look;
  figures: DayFigures;
  freeVehicles: number;
  isToday: boolean;
  /** True when a trip without driver needs one now. */
  needsDriver: boolean;
}

/** The strip; free vehicles are a matter of now, so other days leave them out. */
export function Figures({ look, figures, freeVehicles, isToday, needsDriver }: FiguresProps) {
  const words = look.texts.figures;
  return (
    <section class="figures" aria-label={words.label}>
      <dl>
        <Figure name={isToday ? words.bookingsToday : words.bookings} value={figures.bookings} />
        <Figure name={words.inProgress} value={figures.inProgress} />
        <Figure
          name={words.withoutDriver}
          value={figures.withoutDriver}
          warn={needsDriver}
        />
        {isToday && <Figure name={words.freeVehicles} value={freeVehicles} />}
        <Figure name={words.revenue} value={formatKronor(look.locale, figures.revenueOre)} />
      </dl>
    </section>
  );
}

function Figure(props: { name: string; value: number | string; warn?: boolean }) {
  return (
    <div class="figure" data-warn={props.warn ? "" : undefined}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
