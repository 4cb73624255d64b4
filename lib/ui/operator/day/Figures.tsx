// The day in figures, one strip; those that count trips pick them out as well.
import type { ComponentChildren } from "preact";
import type { DayFigures } from "../../../board/day.ts";
import { formatKronor } from "../../../i18n/format.ts";
import type { Freshness } from "../live/freshness.ts";
import { StaleNote } from "../live/StaleNote.tsx";
import { type Look, span } from "../frame/look.ts";
import { type Trait, USUAL_VIEW, withoutFilters } from "../view/board-view.ts";
import { type ListAt, viewHref } from "../view/list-address.ts";
import { NeedShape } from "./StateMark.tsx";

/** What the strip shows. */
export interface FiguresProps {
  look: Look;
  at: ListAt;
  figures: DayFigures;
  /** Trips that are over, 0 where not all are known, and customers who wait past their time, the longest for so many minutes. */
  done: number;
  late: number;
  worstMinutes: number;
  freeVehicles: number;
  isToday: boolean;
  /** True when a trip without driver needs one now. */
  needsDriver: boolean;
  freshness: Freshness | null;
}

/** The strip; what is late and which cars are free is a matter of now, so other days leave it out. */
export function Figures(props: FiguresProps) {
  const { look, at, figures, isToday, late } = props;
  const words = { ...look.texts.figures, ...look.texts.view.figures };
  const all = { ...withoutFilters(at.view), isDoneShown: USUAL_VIEW.isDoneShown };
  return (
    <section class="figures" aria-label={words.label}>
      <StaleNote look={look} freshness={props.freshness} />
      <ul>
        <Figure
          name={isToday ? words.bookingsToday : words.bookings}
          value={figures.bookings}
          note={props.done > 0 ? words.doneCount(props.done) : ""}
          href={viewHref(at, all)}
          isPressed={null}
        />
        <Filter {...props} trait="going" name={words.inProgress} value={figures.inProgress} />
        <Filter
          {...props}
          trait="unassigned"
          name={words.withoutDriver}
          value={figures.withoutDriver}
          level={props.needsDriver ? "warn" : undefined}
        />
        {isToday && (
          <Filter
            {...props}
            trait="late"
            name={words.late}
            value={late}
            note={late > 0 ? words.worst(span(look.texts, props.worstMinutes)) : ""}
            level={late > 0 ? "bad" : undefined}
          />
        )}
        {isToday && (
          <Figure
            name={words.freeVehicles}
            value={props.freeVehicles}
            note={words.ofAll(look.fleet.vehicles.length)}
          />
        )}
        <Figure
          name={words.revenue}
          value={formatKronor(look.locale, figures.revenueOre)}
          isLeast
        />
      </ul>
    </section>
  );
}

function Filter(props: {
  at: ListAt;
  trait: Trait;
  name: string;
  value: number;
  note?: string;
  level?: "warn" | "bad" | undefined;
}) {
  const { at, trait } = props;
  const isPressed = at.view.show.length === 1 && at.view.show[0] === trait;
  const view = { ...at.view, show: isPressed ? [] : [trait] };
  return <Figure {...props} href={viewHref(at, view)} isPressed={isPressed} />;
}

interface FigureProps {
  name: string;
  value: number | string;
  note?: string;
  level?: "warn" | "bad" | undefined;
  /** Without one the figure picks nothing. */
  href?: string;
  /** Null for the one that picks everything. */
  isPressed?: boolean | null;
  /** Left out first where there is little room. */
  isLeast?: boolean;
}

function Figure({ name, value, note = "", level, href, isPressed, isLeast }: FigureProps) {
  return (
    <li class="figure" data-level={level} data-least={isLeast ? "" : undefined}>
      <Target href={href} isPressed={isPressed}>
        <span class="figure-name">
          {level !== undefined && <NeedShape kind={level === "bad" ? "late" : "no-driver"} />}
          {name}
        </span>{" "}
        <span class="figure-value">{value}</span>{" "}
        {note !== "" && <span class="figure-note">{note}</span>}
      </Target>
    </li>
  );
}

function Target({ href, isPressed, children }: {
  href: string | undefined;
  isPressed: boolean | null | undefined;
  children: ComponentChildren;
}) {
  if (href === undefined) return <span class="figure-box">{children}</span>;
  if (isPressed === null) {
    return <a class="figure-box" href={href} data-view aria-current="false">{children}</a>;
  }
  return (
    <a class="figure-box" href={href} data-view role="button" aria-pressed={isPressed ?? false}>
      {children}
    </a>
  );
}
