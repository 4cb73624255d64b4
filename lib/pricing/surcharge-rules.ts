// Which surcharges of a tariff apply to a pickup. The clock face in Europe/Stockholm decides, whatever
// zone the server runs in: on the 25-hour night 02:30 means 02:30 both times it is shown.
import { HOME_ZONE } from "../wall-time.ts";
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
  // A window can begin in the year before its day or end in the year after it.
  return [local.year - 1, local.year, local.year + 1].some((year) =>
    window.days.some((name) => {
      const day = namedDayDate(name, year);
      const start = day.subtract({ days: window.daysBefore }).toPlainDateTime(window.startsAt);
      if (Temporal.PlainDateTime.compare(local, start) < 0) return false;
      const end = nextOrdinaryWeekday(day).toPlainDateTime(window.endsAt);
      return Temporal.PlainDateTime.compare(local, end) < 0;
    })
  );
}
