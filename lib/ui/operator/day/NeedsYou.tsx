// What needs a person, on top of the day: urgent first, each with what to do about it.
import type { BookingId } from "../../../booking/booking.ts";
import { formatTime } from "../../../i18n/format.ts";
import { paths } from "../../../kernel/paths.ts";
import { pickupDate } from "../../../board/day.ts";
import type { NeedyBooking } from "../../../board/attention.ts";
import { attentionDetail, type Look } from "../frame/look.ts";
import { StateMark } from "./StateMark.tsx";
import { TripName } from "./TripName.tsx";

/** Needs shown before the rest folds away: as many as can be acted on in the next minutes. */
export const MAX_NEEDS_SHOWN = 4;

/** What the strip shows. */
export interface NeedsYouProps {
  look: Look;
  needy: readonly NeedyBooking[];
  chosen: BookingId | null;
}

/** The strip; with nothing to do it says so in one quiet line. */
export function NeedsYou({ look, needy, chosen }: NeedsYouProps) {
  const words = look.texts.attention;
  if (needy.length === 0) return <p class="needs-none">{words.none}</p>;
  const level = needy[0]?.attention.level ?? "warn";
  const rest = needy.slice(MAX_NEEDS_SHOWN);
  return (
    <section class="needs" data-level={level} aria-labelledby="needs-title">
      <h2 id="needs-title">
        {words.title} <span class="needs-count">{needy.length}</span>
      </h2>
      <NeedList look={look} chosen={chosen} needy={needy.slice(0, MAX_NEEDS_SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <NeedList look={look} chosen={chosen} needy={rest} />
        </details>
      )}
    </section>
  );
}

function NeedList({ look, needy, chosen }: NeedsYouProps) {
  return (
    <ul>
      {needy.map((need) => (
        <li key={need.booking.id} data-level={need.attention.level}>
          <Need look={look} need={need} chosen={need.booking.id === chosen} />
        </li>
      ))}
    </ul>
  );
}

function Need(props: { look: Look; need: NeedyBooking; chosen: boolean }) {
  const { look, need: { booking, attention } } = props;
  const words = look.texts.attention;
  return (
    <a
      class="need"
      href={paths.admin({ date: pickupDate(booking), booking: booking.id })}
      data-booking={booking.id}
      aria-current={props.chosen ? "true" : "false"}
    >
      <StateMark status={booking.status} attention={attention} texts={look.texts} />
      <span class="need-time">{formatTime(look.locale, booking.wallTime)}</span>
      <span class="need-trip">
        <TripName look={look} booking={booking} />
      </span>
      <span class="need-detail">{attentionDetail(look.texts, attention)}</span>
      <span class="need-do">
        {attention.kind === "no-driver" ? words.assign : words.open}
      </span>
    </a>
  );
}
