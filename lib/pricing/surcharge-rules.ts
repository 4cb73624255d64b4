// Which surcharges of a tariff apply to a pickup. The clock face in Europe/Stockholm decides, whatever
// zone the server runs in: on the 25-hour night 02:30 means 02:30 both times it is shown.
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { dayKind, namedDayDate, nextOrdinaryWeekday } from "./swedish-calendar.ts";
import type { Surcharge, SurchargeWindow, Tariff } from "./tariff.ts";

/** The last answer for each tariff: one quote asks the same question for every class, twice. */
const lastApplying = new WeakMap<Pick<Tariff, "surcharges">, Applying>();

interface Applying {
  pickupMs: number;
  surcharges: readonly Surcharge[];
}

/** The surcharges of a tariff that apply to a pickup, in the tariff's order. */
export function applyingSurcharges(
  tariff: Pick<Tariff, "surcharges">,
  pickup: Temporal.Instant,
): readonly Surcharge[] {
  const pickupMs = pickup.epochMilliseconds;
  const last = lastApplying.get(tariff);
  if (last?.pickupMs === pickupMs) return last.surcharges;
  const surcharges = tariff.surcharges.filter((one) => surchargeApplies(one, pickup));
  lastApplying.set(tariff, { pickupMs, surcharges });
  return surcharges;
}

type DailyWindow = Extract<SurchargeWindow, { kind: "daily" }>;
type HolidayWindow = Extract<SurchargeWindow, { kind: "holiday" }>;

/** Whether any window of the surcharge contains the pickup; nothing after the pickup is looked at. */
export function surchargeApplies(
  surcharge: Pick<Surcharge, "when">,
  pickup: Temporal.Instant,
): boolean {
  const local = pickup.toZonedDateTimeISO(HOME_ZONE).toPlainDateTime();
  return surcharge.when.some((window) =>
    window.kind === "daily" ? dailyContains(window, local) : holidayContains(window, local)
  );
}

function dailyContains(window: DailyWindow, local: Temporal.PlainDateTime): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const today = local.toPlainDate();
  if (window.from < window.until) {
    return window.from <= time && time < window.until && startsOn(window, today);
  }
  return time >= window.from && startsOn(window, today) ||
    time < window.until && startsOn(window, today.subtract({ days: 1 }));
}

function startsOn(window: DailyWindow, day: Temporal.PlainDate): boolean {
  return window.weekdays.includes(day.dayOfWeek) && window.dayKinds.includes(dayKind(day));
}

function holidayContains(window: HolidayWindow, local: Temporal.PlainDateTime): boolean {
  // Local times as text, to the minute as windows are: in ISO form they compare as they sort.
  const minute = local.toString({ smallestUnit: "minute" });
  // A window can begin in the year before its day or end in the year after it.
  return [local.year - 1, local.year, local.year + 1].some((year) =>
    spansOf(window, year).some(({ start, end }) => start <= minute && minute < end)
  );
}

/** A window around one named day, in local times; the end is the first minute after it. */
interface HolidaySpan {
  start: string;
  end: string;
}

/** Most years kept worked out for a window; pickups span three. */
const MAX_YEARS_KEPT = 16;

/** Spans worked out before: every quote of a year asks for the same ones. */
const spans = new WeakMap<HolidayWindow, Map<number, readonly HolidaySpan[]>>();

function spansOf(window: HolidayWindow, year: number): readonly HolidaySpan[] {
  const byYear = spans.get(window) ?? new Map<number, readonly HolidaySpan[]>();
  spans.set(window, byYear);
  const known = byYear.get(year);
  if (known) return known;
  const found = window.days.map((name) => {
    const day = namedDayDate(name, year);
    return {
      start: `${day.subtract({ days: window.daysBefore })}T${window.startsAt}`,
      end: `${nextOrdinaryWeekday(day)}T${window.endsAt}`,
    };
  });
  if (byYear.size >= MAX_YEARS_KEPT) byYear.clear();
  byYear.set(year, found);
  return found;
}
