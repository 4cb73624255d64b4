// The day as a table, with a line where now is; of a long day only the rows around the window are drawn.
import type { BookingId } from "../../../booking/booking.ts";
import { vehicleName } from "../../../board/day.ts";
import { formatDate } from "../../../i18n/format.ts";
import type { DayList, DayRow } from "./rows.ts";
import { clockTime, type Look } from "../frame/look.ts";
import { isFiltered, withoutFilters } from "../view/board-view.ts";
import { type ListAt, tripHrefs, viewHref } from "../view/list-address.ts";
import { drawnRows } from "../view/row-window.ts";
import { useRowWindow } from "../view/use-row-window.ts";
import { TripRow } from "./TripRow.tsx";
import { TripTable } from "./TripTable.tsx";

/** What the table shows. */
export interface DayTableProps {
  look: Look;
  at: ListAt;
  list: DayList;
  chosen: BookingId | null;
  /** The row that Tab leads to, or null without script. */
  stop: BookingId | null;
  /** Trips that are chosen for an act on several. */
  picked: ReadonlySet<BookingId>;
  /** Bookings that came in while the board was open and have not been looked at. */
  fresh: ReadonlySet<BookingId>;
  nowMs: number;
}

/** The table, or words when nothing is to be shown. */
export function DayTable(props: DayTableProps) {
  const { look, at, list: { rows } } = props;
  const middle = rows.findIndex((row) => row.kind === "now");
  const { range, rowPx } = useRowWindow(rows.length, Math.max(0, middle), at.view);
  if (rows.length === 0) return <NoRows {...props} />;
  const { chosen, stop } = props;
  const isToday = at.date === look.today;
  const hrefs = tripHrefs(at);
  const indexes = new Map(rows.map((row, index) => [row, index + 2]));
  const kept = stop === null ? -1 : rows.findIndex((row) => isTrip(row, stop));
  return (
    <div class="day-table" id="day">
      <PaperLine look={look} at={at} />
      <TripTable
        look={look}
        caption={look.texts.table.caption(formatDate(look.locale, at.date, look.today))}
        list={at}
        rowCount={rows.length + 1}
        isSortable
      >
        {drawnRows(rows, range, kept).map((drawn) => {
          if (drawn.kind === "gap") {
            return <Gap key={drawn.key} heightPx={drawn.rows * rowPx} />;
          }
          const { row } = drawn;
          if (row.kind === "now") {
            return <NowRow key="now" look={look} row={row} nowMs={props.nowMs} />;
          }
          const { id } = row.booking;
          return (
            <TripRow
              key={id}
              look={look}
              row={row}
              href={hrefs(id)}
              columns={at.view.columns}
              nowMs={isToday ? props.nowMs : null}
              chosen={id === chosen}
              fresh={props.fresh.has(id)}
              isStop={stop === null ? null : id === stop}
              isPicked={stop === null ? null : props.picked.has(id)}
              index={indexes.get(row) ?? 1}
            />
          );
        })}
      </TripTable>
    </div>
  );
}

function isTrip(row: DayRow, id: BookingId): boolean {
  return row.kind === "trip" && row.booking.id === id;
}

/** On paper nobody sees which filters are pressed: the line says whose list it is, and what was picked. */
function PaperLine({ look, at: { view } }: Pick<DayTableProps, "look" | "at">) {
  const words = look.texts.view.filters;
  const said = [
    view.car === null ? "" : vehicleName(look.fleet, view.car),
    view.vehicleClass === null ? "" : look.texts.classes[view.vehicleClass].name,
    ...view.show.map((trait) => words[trait]),
  ].filter((word) => word !== "");
  return said.length === 0 ? null : <p class="day-paper">{said.join(" · ")}</p>;
}

function NoRows({ look, at, list }: DayTableProps) {
  const words = look.texts;
  if (list.total > 0 && isFiltered(at.view)) {
    return (
      <div class="day-empty" id="day">
        <p class="day-empty-title">{words.view.filters.none}</p>
        <p>
          <a href={viewHref(at, withoutFilters(at.view))} data-view aria-current="false">
            {words.view.filters.clear}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div class="day-empty" id="day">
      <p class="day-empty-title">{words.table.empty}</p>
      <p>{words.table.emptyHint}</p>
    </div>
  );
}

/** The height is an attribute: the page's own policy takes no styles from the server. */
function Gap({ heightPx }: { heightPx: number }) {
  return (
    <tr class="trips-gap" role="presentation">
      <td role="presentation" height={heightPx} />
    </tr>
  );
}

function NowRow(
  { look, row, nowMs }: { look: Look; row: DayRow & { kind: "now" }; nowMs: number },
) {
  const time = clockTime(look.locale, nowMs);
  const { table, view } = look.texts;
  return (
    <tr class="now" id="now" role="row">
      <td role="cell">
        <span class="now-line">
          <span aria-hidden="true">{time} {table.now}</span>
          <span class="visually-hidden">{table.nowIs(time)}</span>
          <span class="now-counts">{view.nowCounts(row.going, row.ahead)}</span>
        </span>
      </td>
    </tr>
  );
}
