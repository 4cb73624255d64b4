// From and to with the arrow between them; a screen reader hears a word instead of the arrow.
import type { BookingSummary, Cover } from "../../../booking/booking.ts";
import { absentWord, type Look } from "../frame/look.ts";
import { Said } from "../../parts/Said.tsx";

/** `Landvetter → Östra Hamngatan 24`. */
export function TripName(
  props: { look: Look; booking: Pick<BookingSummary, "from" | "to"> & Cover },
) {
  const { look, booking } = props;
  const { to } = look.texts.table;
  const absent = absentWord(look.texts, booking);
  return (
    <>
      <Said>{booking.from || absent}</Said> <span class="arrow" aria-hidden="true">→</span>
      <span class="visually-hidden">{to}</span> <Said>{booking.to || absent}</Said>
    </>
  );
}
