// One trip in the table; the whole row is the link, without script too.
import type { DayRow } from "./rows.ts";
import { PickBox } from "../bulk/PickBox.tsx";
import type { Look } from "../frame/look.ts";
import type { Column } from "../view/board-view.ts";
import { TripCell } from "./TripCell.tsx";

/** What a row shows. */
export interface TripRowProps {
  look: Look;
  row: DayRow & { kind: "trip" };
  /** Where the row leads. */
  href: string;
  columns: readonly Column[];
  /** Null on other days than today. */
  nowMs: number | null;
  chosen: boolean;
  fresh: boolean;
  /** The list is one stop of the Tab key, at this row or at another; null without script. */
  isStop: boolean | null;
  /** Its number in the table, the head's being 1. */
  index: number;
  isFound?: boolean;
  /** Whether it is chosen for an act on several; null without script. */
  isPicked: boolean | null;
}

/** The row. */
export function TripRow(props: TripRowProps) {
  const { look, row: { booking, attention }, chosen, fresh, isStop } = props;
  return (
    <tr
      role="row"
      class="trip"
      id={`trip-${booking.id}`}
      aria-rowindex={props.index}
      data-chosen={chosen ? "" : undefined}
      data-picked={props.isPicked ? "" : undefined}
      data-level={attention?.level}
      data-over={isQuiet(booking.status) ? "" : undefined}
    >
      {props.columns.map((column) => (
        <TripCell
          key={column}
          look={look}
          column={column}
          booking={booking}
          attention={attention}
          nowMs={props.nowMs}
          isFound={props.isFound ?? false}
          link={(name) => (
            <>
              <a
                href={props.href}
                data-booking={booking.id}
                aria-current={chosen ? "true" : "false"}
                tabIndex={isStop === null ? undefined : isStop ? 0 : -1}
              >
                {name}
              </a>
              {fresh && <span class="trip-new">{look.texts.table.isNew}</span>}
              {props.isPicked !== null && (
                <PickBox look={look} booking={booking} isPicked={props.isPicked} />
              )}
            </>
          )}
        />
      ))}
    </tr>
  );
}

function isQuiet(status: string): boolean {
  return status === "completed" || status === "cancelled" || status === "no-show";
}
