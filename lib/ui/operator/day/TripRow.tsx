// One trip in the table; the whole row is the link, without script too.
import { formatDay, formatDistance, formatTime } from "../../../i18n/format.ts";
import { paths } from "../../../kernel/paths.ts";
import { driverName, givenName, pickupDate, vehicleName } from "../../../board/day.ts";
import { capitalise, type Look } from "../frame/look.ts";
import type { DayRow } from "./rows.ts";
import { StateMark } from "./StateMark.tsx";
import { TripName } from "./TripName.tsx";
import { Said } from "../../parts/Said.tsx";

/** What a row shows. */
export interface TripRowProps {
  look: Look;
  row: DayRow & { kind: "trip" };
  chosen: boolean;
  fresh: boolean;
  /** Search results name the day and keep their query. */
  found?: { query: string };
}

/** The row. */
export function TripRow({ look, row, chosen, fresh, found }: TripRowProps) {
  const { booking, attention } = row;
  const { texts, locale } = look;
  const query = found === undefined
    ? { date: pickupDate(booking), booking: booking.id }
    : { q: found.query, booking: booking.id };
  return (
    <tr
      class="trip"
      id={`trip-${booking.id}`}
      data-chosen={chosen ? "" : undefined}
      data-level={attention?.level}
      data-folded={row.folded ? "" : undefined}
      data-over={isQuiet(booking.status) ? "" : undefined}
    >
      <th scope="row" class="trip-time">
        {found !== undefined && (
          <span class="trip-day">
            {capitalise(formatDay(locale, booking.wallTime, look.today))}
          </span>
        )}
        {formatTime(locale, booking.wallTime)}
        {fresh && <span class="trip-new">{texts.table.isNew}</span>}
      </th>
      <td class="trip-name">
        <a
          href={paths.admin(query)}
          data-booking={booking.id}
          aria-current={chosen ? "true" : "false"}
        >
          <TripName look={look} booking={booking} />
        </a>
        <span class="trip-facts">
          {[
            formatDistance(locale, booking.distanceMeters),
            texts.table.passengers(booking.passengers),
            texts.classes[booking.vehicleClass].short,
          ].filter((fact) => fact !== "").join(" · ")}
        </span>
      </td>
      <td class="trip-customer">
        <Said>{booking.customer}</Said>
      </td>
      <td class="trip-vehicle">
        {booking.driverId === null ? <span class="trip-nobody">{texts.table.nobody}</span> : (
          <>
            <Said>{vehicleName(look.fleet, booking.vehicleId)}</Said> ·{" "}
            <Said>{givenName(driverName(look.fleet, booking.driverId))}</Said>
          </>
        )}
      </td>
      <td class="trip-state">
        <StateMark status={booking.status} attention={attention} texts={texts} />
      </td>
    </tr>
  );
}

function isQuiet(status: string): boolean {
  return status === "completed" || status === "cancelled" || status === "no-show";
}
