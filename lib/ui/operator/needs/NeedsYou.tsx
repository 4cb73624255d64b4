// What needs a person, on top of the day: urgent first, each with the one act that ends it.
import type { BookingId } from "../../../booking/booking.ts";
import { formatTime } from "../../../i18n/format.ts";
import type { Freshness } from "../live/freshness.ts";
import { StaleNote } from "../live/StaleNote.tsx";
import { NEEDS_ID } from "../frame/FootBar.tsx";
import type { Look } from "../frame/look.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { NO_DRIVER_WARN_MINUTES } from "../../../board/attention.ts";
import { type Need, needCount } from "./needs.ts";
import { NeedRow } from "./NeedRow.tsx";

/** Needs shown before the rest folds away. */
export const MAX_NEEDS_SHOWN = 6;

/** What the strip shows. */
export interface NeedsYouProps {
  look: Look;
  needs: readonly Need[];
  chosen: BookingId | null;
  nowMs: number;
  freshness: Freshness | null;
  formToken: string;
  /** Addresses of trips in the list as it is arranged. */
  hrefs: (id: BookingId) => string;
}

/** The strip; with nothing to do it says so in one quiet line. */
export function NeedsYou(props: NeedsYouProps) {
  const { look, needs, nowMs } = props;
  const words = look.texts.attention;
  if (needs.length === 0) return <p class="needs-none" id={NEEDS_ID}>{words.none}</p>;
  const until = formatTime(look.locale, wallTimeOf(nowMs + NO_DRIVER_WARN_MINUTES * 60_000));
  const rest = needs.slice(MAX_NEEDS_SHOWN);
  return (
    <section
      class="needs"
      id={NEEDS_ID}
      data-level={needs.some(({ level }) => level === "bad") ? "bad" : "warn"}
      aria-labelledby="needs-title"
    >
      <div class="needs-head">
        <h2 id="needs-title">{words.title}</h2>
        <p class="needs-about">
          {words.about(needCount(needs), until)}
          <StaleNote look={look} freshness={props.freshness} />
        </p>
        <p class="needs-keys" aria-hidden="true">
          <kbd>G</kbd> {words.keyHere} <kbd>↓</kbd> {words.keyNext} <kbd>↵</kbd> {words.keyDo}
        </p>
      </div>
      <NeedList {...props} needs={needs.slice(0, MAX_NEEDS_SHOWN)} />
      {rest.length > 0 && (
        <details class="needs-more">
          <summary>{words.more(rest.length)}</summary>
          <NeedList {...props} needs={rest} />
        </details>
      )}
    </section>
  );
}

function NeedList({ look, needs, chosen, formToken, hrefs }: NeedsYouProps) {
  return (
    <ul>
      {needs.map((need) => (
        <NeedRow
          key={keyOf(need)}
          look={look}
          need={need}
          chosen={need.kind === "trip" && need.booking.id === chosen}
          formToken={formToken}
          hrefs={hrefs}
        />
      ))}
    </ul>
  );
}

function keyOf(need: Need): string {
  if (need.kind === "trip") return `${need.booking.id} ${need.why}`;
  return need.kind === "many" ? `many ${need.why}` : need.kind;
}
