// The route line down a booking's history: rings for what happened, a square where the trip ends.
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { BookingView, HistoryEntry } from "../../../board/booking-view.ts";
import { courseOf, type Station } from "./course.ts";
import { driverName, givenName, vehicleName } from "../../../board/day.ts";
import type { Look } from "../frame/look.ts";
import { EntryChanges } from "../change/EntryChanges.tsx";
import { said } from "../../parts/Said.tsx";

/** The course of one booking. */
export function Course({ look, view }: { look: Look; view: BookingView }) {
  const { texts } = look;
  return (
    <ol class="course" aria-label={texts.history.label}>
      {courseOf(view).map((station, i) => (
        <li
          key={i}
          class="station"
          data-kind={station.kind}
          data-end={station.end}
          aria-current={station.kind === "done" && station.current ? "step" : undefined}
        >
          <StationMark end={station.end} />
          {station.kind === "ahead"
            ? (
              <p>
                {stepWord(look, station.step)}
                <span class="visually-hidden">, {texts.history.notYet}</span>
              </p>
            )
            : (
              <>
                <p>{entryWord(look, station.entry)}</p>
                <p class="station-detail">{entryDetail(look, station.entry)}</p>
                <EntryChanges look={look} entry={station.entry} />
              </>
            )}
        </li>
      ))}
    </ol>
  );
}

function StationMark({ end }: { end: Station["end"] }) {
  return (
    <svg class="station-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      {end === "arrival" && <rect x="1" y="1" width="22" height="22" rx="4.5" />}
      {end === "none" && <circle cx="12" cy="12" r="9.5" />}
      {end === "stopped" && <path d="m5 5 14 14M19 5 5 19" />}
    </svg>
  );
}

function stepWord(
  { texts }: Look,
  step: "assigned" | "departed" | "arrived" | "boarded" | "completed",
) {
  return step === "assigned" ? texts.history.assignedStep : texts.history[step];
}

/** What happened, in a few words. */
export function entryWord(look: Look, entry: HistoryEntry): string {
  const words = look.texts.history;
  if (entry.type === "assigned") {
    const driver = entry.driverId === null ? "" : givenName(driverName(look.fleet, entry.driverId));
    const vehicle = entry.vehicleId === null ? "" : vehicleName(look.fleet, entry.vehicleId);
    return words.assigned(said(driver), said(vehicle.toLowerCase()));
  }
  if (entry.type === "rescheduled") {
    return words.rescheduled(formatMoment(look.locale, entry.wallTime, look.today));
  }
  return words[entry.type];
}

/** `i går 21.14, på webben, avgift 100 kr: skäl`. */
function entryDetail(look: Look, entry: HistoryEntry): string {
  const at = wallTimeOf(entry.at);
  const when = at.startsWith(look.today)
    ? formatTime(look.locale, at)
    : formatMoment(look.locale, at, look.today);
  const fee = entry.feeOre !== null && entry.feeOre > 0
    ? look.texts.history.fee(formatMoney(look.locale, entry.feeOre))
    : "";
  const facts = [when, actorWord(look, entry), fee].filter((fact) => fact !== "").join(", ");
  return entry.reason === "" ? facts : `${facts}: ${reasonWord(look, entry.reason)}`;
}

/** Rules give their own reasons as codes. */
function reasonWord(look: Look, reason: string): string {
  return reason === "rescheduled" ? look.texts.history.reasonRescheduled : said(reason);
}

function actorWord(look: Look, { actor, type }: HistoryEntry): string {
  const words = look.texts.history;
  switch (actor.kind) {
    case "customer":
      return type === "confirmed" ? words.byCustomer : words.byCustomerCancel;
    case "operator":
      return words.byOperator(said(actor.name));
    case "driver":
      return words.byDriver(said(givenName(driverName(look.fleet, actor.driverId))));
    case "system":
      return words.bySystem;
  }
}
