// Where a ride is, on the route line: booked, on its way, at the door, in the car, there.
import type { BookingStatus } from "../../../booking/booking.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

const STEPS = ["booked", "en-route", "arrived", "on-board", "completed"] as const;

/** Which step a ride is at; absent: it will not take place. */
const STEP_OF: Partial<Readonly<Record<BookingStatus, typeof STEPS[number]>>> = {
  confirmed: "booked",
  assigned: "booked",
  "en-route": "en-route",
  arrived: "arrived",
  "on-board": "on-board",
  completed: "completed",
};

/** The line; nothing for a ride that is off. */
export function ProgressLine({ locale, status }: { locale: Locale; status: BookingStatus }) {
  const { ticket } = textsFor(locale);
  const step = STEP_OF[status];
  if (step === undefined) return null;
  const now = STEPS.indexOf(step);
  return (
    <ol class="progress" aria-label={ticket.progress}>
      {STEPS.map((name, i) => (
        <li
          key={name}
          class={i < now ? "done" : i === now ? "now" : "ahead"}
          aria-current={i === now ? "step" : undefined}
        >
          <span>{ticket.steps[name]}</span>
        </li>
      ))}
    </ol>
  );
}
