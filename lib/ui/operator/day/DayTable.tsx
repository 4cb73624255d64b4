// The day as a table, in order of pickup, with a line where now is.
import type { ComponentChildren } from "preact";
import type { BookingId } from "../../../booking/booking.ts";
import { formatDate } from "../../../i18n/format.ts";
import type { DayRow } from "./rows.ts";
import { foldedCount } from "./rows.ts";
import { clockTime, type Look } from "../frame/look.ts";
import { TripRow } from "./TripRow.tsx";

/** What the table shows. */
export interface DayTableProps {
  look: Look;
  date: string;
  rows: readonly DayRow[];
  chosen: BookingId | null;
  /** Bookings that came in while the board was open and have not been looked at. */
  fresh: ReadonlySet<BookingId>;
  nowMs: number;
}

/** The table, or words when the day is empty. */
export function DayTable(props: DayTableProps) {
  const { look, rows, date } = props;
  const words = look.texts.table;
  if (rows.length === 0) {
    return (
      <div class="day-empty">
        <p class="day-empty-title">{words.empty}</p>
        <p>{words.emptyHint}</p>
      </div>
    );
  }
  const folded = foldedCount(rows);
  return (
    <div class="day" id="day">
      {folded > 0 && (
        <label class="day-fold">
          <input type="checkbox" id="show-done" /> {words.showDone(folded)}
        </label>
      )}
      <TripTable look={look} caption={words.caption(formatDate(look.locale, date, look.today))}>
        {rows.map((row) =>
          row.kind === "now" ? <NowRow key="now" look={look} nowMs={props.nowMs} /> : (
            <TripRow
              key={row.booking.id}
              look={look}
              row={row}
              chosen={row.booking.id === props.chosen}
              fresh={props.fresh.has(row.booking.id)}
            />
          )
        )}
      </TripTable>
    </div>
  );
}

/** The table's frame; search results share it. */
export function TripTable(
  props: { look: Look; caption: string; children: ComponentChildren },
) {
  const words = props.look.texts.table;
  return (
    <table class="trips">
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.trip}</th>
          <th scope="col">{words.customer}</th>
          <th scope="col">{words.vehicle}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

function NowRow({ look, nowMs }: { look: Look; nowMs: number }) {
  const time = clockTime(look.locale, nowMs);
  const words = look.texts.table;
  return (
    <tr class="now" id="now">
      <td colSpan={5}>
        <span class="now-line">
          <span aria-hidden="true">{time} {words.now}</span>
          <span class="visually-hidden">{words.nowIs(time)}</span>
        </span>
      </td>
    </tr>
  );
}
