// One cell of a trip's row, whatever the column.
import type { ComponentChildren } from "preact";
import type { BookingSummary } from "../../../booking/booking.ts";
import {
  formatDay,
  formatDistance,
  formatKronor,
  formatReference,
  formatTime,
} from "../../../i18n/format.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { Attention } from "../../../board/attention.ts";
import { driverName, givenName, vehicleName } from "../../../board/day.ts";
import { Digits, Said } from "../../parts/Said.tsx";
import { absentWord, capitalise, type Look, span } from "../frame/look.ts";
import { type Column, USUAL_COLUMNS } from "../view/board-view.ts";
import { FactTags } from "./FactTags.tsx";
import { pickupIn } from "./pickup-in.ts";
import { StateMark } from "./StateMark.tsx";
import { TripName } from "./TripName.tsx";

/** What a cell is drawn from. */
export interface TripCellProps {
  look: Look;
  column: Column;
  booking: BookingSummary;
  attention: Attention | null;
  /** Null on other days than today. */
  nowMs: number | null;
  /** Search results say the day of each trip. */
  isFound: boolean;
  /** The trip's link around its name. */
  link: (name: ComponentChildren) => ComponentChildren;
}

/** The cell. */
export function TripCell(props: TripCellProps) {
  const { column, attention } = props;
  const name = `trip-${column}`;
  if (column === "time") {
    return (
      <th scope="row" role="rowheader" class={name}>
        {formatTime(props.look.locale, props.booking.wallTime)}
      </th>
    );
  }
  return (
    <td
      role="cell"
      class={name}
      data-name={USUAL_COLUMNS.includes(column) ? undefined : columnName(props)}
      data-level={column === "in" && attention !== null ? pickupLevel(props) : undefined}
    >
      {content(props)}
    </td>
  );
}

/** With less room there is no head above the columns somebody chose besides. */
function columnName({ look, column }: TripCellProps): string {
  return look.texts.view.columns[column];
}

function pickupLevel({ booking, attention, nowMs }: TripCellProps): string | undefined {
  const said = pickupIn(booking, attention, nowMs);
  return "level" in said && said.level !== "plain" ? said.level : undefined;
}

function content(props: TripCellProps): ComponentChildren {
  const { look, column, booking } = props;
  const { locale, texts } = look;
  switch (column) {
    case "time":
      return null;
    case "in":
      return props.isFound
        ? capitalise(formatDay(locale, booking.wallTime, look.today))
        : pickupWords(props);
    case "trip":
      return props.link(<TripName look={look} booking={booking} />);
    case "know":
      return <FactTags look={look} booking={booking} />;
    case "customer":
      return <Said>{booking.customer || absentWord(texts, booking)}</Said>;
    case "vehicle":
      return <CarAndDriver look={look} booking={booking} />;
    case "state":
      return <StateMark status={booking.status} attention={props.attention} texts={texts} />;
    case "phone":
      return <Digits>{booking.phone}</Digits>;
    case "reference":
      return <Digits>{formatReference(booking.reference)}</Digits>;
    case "passengers":
      return booking.passengers;
    case "class":
      return texts.classes[booking.vehicleClass].name;
    case "distance":
      return formatDistance(locale, booking.distanceMeters);
    case "price":
      return formatKronor(locale, booking.totalOre);
    default:
      return unreachable(column);
  }
}

function pickupWords({ look, booking, attention, nowMs }: TripCellProps): string {
  const words = look.texts.view.pickup;
  const said = pickupIn(booking, attention, nowMs);
  switch (said.kind) {
    case "none":
      return "";
    case "going":
      return words.going;
    case "in":
      return said.minutes === 0 ? words.now : words.in(span(look.texts, said.minutes));
    case "late":
      return words.late(span(look.texts, said.minutes));
  }
}

function CarAndDriver({ look, booking }: { look: Look; booking: BookingSummary }) {
  if (booking.driverId === null) {
    return <span class="trip-nobody">{look.texts.table.nobody}</span>;
  }
  return (
    <>
      <Said>{vehicleName(look.fleet, booking.vehicleId)}</Said> ·{" "}
      <Said>{givenName(driverName(look.fleet, booking.driverId))}</Said>
    </>
  );
}
