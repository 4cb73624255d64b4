// Does the act of a need where it stands; when it cannot be done, the trip is opened instead.
import { useRef, useState } from "preact/hooks";
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import { readActionForm } from "../../../board/action-form.ts";
import type { Perform } from "../acts/use-last-act.ts";
import type { Look } from "../frame/look.ts";

/** The acts, and what the last one came to. */
export interface NeedActs {
  said: string;
  /** Sends the form; gives the booking to open when it was refused, else null. */
  act(form: HTMLFormElement): Promise<BookingId | null>;
}

/** Starts with nothing said. */
export function useNeedActs({ texts }: Pick<Look, "texts">, perform: Perform): NeedActs {
  const [said, setSaid] = useState("");
  const isBusy = useRef(false);
  return {
    said,
    act: async (form) => {
      const button = form.querySelector("button");
      const id = button?.dataset["for"];
      if (id === undefined || isBusy.current) return null;
      const fields = new Map([...new FormData(form)].map(([name, text]) => [name, String(text)]));
      // Only assigning is done from here; it has no fee that a price would bound.
      const reading = readActionForm("assign", fields, 0);
      if (!reading.ok) return bookingId(id);
      isBusy.current = true;
      const answer = await perform(bookingId(id), reading.command);
      isBusy.current = false;
      setSaid(
        answer.ok
          ? texts.attention.assigned(button?.textContent ?? "")
          : texts.attention.notAssigned,
      );
      return answer.ok ? null : bookingId(id);
    },
  };
}
