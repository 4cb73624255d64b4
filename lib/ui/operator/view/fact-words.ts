// What there is to know of a trip in words, as the table, the file and the paper say it.
import type { BookingSummary } from "../../../booking/booking.ts";
import { formatFlightNumber } from "../../../i18n/format.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { Fact } from "./trip-facts.ts";

/** The words of a fact: `SK 1436`, `4 väskor, skrymmande`. */
export function factWords(texts: BoardTexts, booking: BookingSummary, fact: Fact): string {
  switch (fact) {
    case "wheelchair":
      return texts.view.facts.wheelchair;
    case "class":
      return texts.classes[booking.vehicleClass].short;
    case "passengers":
      return texts.table.passengers(booking.passengers);
    case "flight":
      return formatFlightNumber(booking.flightNumber);
    case "childseat":
      return texts.pane.childSeats(booking.childSeats);
    case "pets":
      return texts.pane.pets(booking.pets);
    case "bags":
      return [
        booking.bags > 0 ? texts.pane.bags(booking.bags) : "",
        booking.extraLuggage > 0 ? texts.view.facts.bulky : "",
      ].filter((words) => words !== "").join(", ");
    case "note":
      return booking.note;
    default:
      return unreachable(fact);
  }
}
