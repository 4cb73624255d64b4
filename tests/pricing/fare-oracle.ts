// A second, deliberately dumb way to a price, sharing no code with lib/pricing: it knows the clock changes by
// the EU's rule, the holidays from date-holidays, and finds a surcharge by walking the clock minute by minute.
import { textsFor } from "../../lib/i18n/texts.ts";
import Holidays from "npm:date-holidays@3.37.0";
import type { Surcharge, Tariff } from "../../lib/pricing/tariff.ts";
import type { VehicleClass } from "../../lib/fleet/vehicle.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** What the clock on a Swedish wall shows, as if it were UTC; the EU changes it at 01:00 UTC. */
export function wallClockMs(epochMs: number): number {
  const year = new Date(epochMs).getUTCFullYear();
  const isSummer = epochMs >= lastSundayAt1(year, 2) && epochMs < lastSundayAt1(year, 9);
  return epochMs + (isSummer ? 2 : 1) * 3_600_000;
}

/** The two instants (epoch ms) a year changes its clocks. */
export function changesOf(year: number): [spring: number, autumn: number] {
  return [lastSundayAt1(year, 2), lastSundayAt1(year, 9)];
}

function lastSundayAt1(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY;
}

/** For each surcharge, which minutes of the years it covers, by the wall clock. */
export class SurchargeCalendar {
  readonly #startMs: number;
  readonly #covered: Uint8Array[];

  constructor(readonly tariff: Tariff, firstYear: number, lastYear = firstYear) {
    // Long enough before the first day for any window that reaches into it.
    this.#startMs = Date.UTC(firstYear - 1, 10, 1);
    const days = Math.round((Date.UTC(lastYear + 1, 1, 1) - this.#startMs) / DAY);
    this.#covered = tariff.surcharges.map((surcharge) =>
      walk(surcharge, this.#startMs, days, firstYear - 1, lastYear + 1)
    );
  }

  /** The surcharges that apply to a pickup at `epochMs`. */
  appliesAt(epochMs: number): Surcharge[] {
    const minute = Math.floor((wallClockMs(epochMs) - this.#startMs) / MINUTE);
    return this.tariff.surcharges.filter((_, i) => this.#covered[i]![minute] === 1);
  }
}

function walk(
  surcharge: Surcharge,
  startMs: number,
  days: number,
  firstYear: number,
  lastYear: number,
): Uint8Array {
  const kinds = dayKinds(firstYear, lastYear);
  const covered = new Uint8Array(days * 1_440);
  for (const window of surcharge.when) {
    if (window.kind === "daily") {
      const [from, until] = [minutes(window.from), minutes(window.until)];
      let on = false;
      for (let day = 0, i = 0; day < days; day++) {
        const at = new Date(startMs + day * DAY);
        const kind = kinds.get(at.toISOString().slice(0, 10))!;
        const starts = (window.dayKinds as string[]).includes(kind) &&
          window.weekdays.includes(at.getUTCDay() || 7);
        for (let minute = 0; minute < 1_440; minute++, i++) {
          if (minute === until) on = false;
          if (minute === from && starts) on = true;
          if (on) covered[i] = 1;
        }
      }
      continue;
    }
    for (const name of window.days) {
      for (let year = firstYear; year <= lastYear; year++) {
        const named = Date.parse(dateOfNamed(name, year));
        const start = named - window.daysBefore * DAY + minutes(window.startsAt) * MINUTE;
        for (let at = start;; at += MINUTE) {
          const date = new Date(at).toISOString();
          const clock = date.slice(11, 16);
          const isAfterwards = Date.parse(date.slice(0, 10)) > named;
          if (
            isAfterwards && clock === window.endsAt && kinds.get(date.slice(0, 10)) === "weekday"
          ) break;
          if (!kinds.has(date.slice(0, 10))) break;
          const i = (at - startMs) / MINUTE;
          if (i >= 0 && i < covered.length) covered[i] = 1;
        }
      }
    }
  }
  return covered;
}

/** The price of a trip: öre per line in order, from exact fractions. `fixedOre` null means by the meter. */
export function naivePrice(
  tariff: Tariff,
  due: readonly Surcharge[],
  trip: {
    vehicleClass: VehicleClass;
    meters: number;
    seconds: number;
    fixedOre: number | null;
    extras: readonly [childSeats: number, pets: number, extraLuggage: number];
  },
): { lineOre: number[]; totalOre: number; vatOre: number } {
  const rates = tariff.rates[trip.vehicleClass]!;
  const fare: number[] = [];
  if (trip.fixedOre !== null) fare.push(trip.fixedOre);
  else {
    fare.push(rates.baseOre);
    fare.push(nearest(BigInt(rates.perKmOre) * BigInt(trip.meters), 1_000n));
    fare.push(nearest(BigInt(rates.perHourOre) * BigInt(trip.seconds), 3_600n));
    fare.push(Math.max(0, rates.minimumOre - fare[0]! - fare[1]! - fare[2]!));
  }
  const fareOre = fare.reduce((a, b) => a + b, 0);

  const amounts: { group: string | null; ore: number }[] = [];
  for (const { amount, group, onFixedPrice } of due) {
    if (trip.fixedOre !== null && !onFixedPrice) continue;
    const ore = amount.kind === "fixed"
      ? amount.ore
      : toKrona(tariff, nearest(BigInt(fareOre) * BigInt(amount.percent), 100n));
    // The dearest of a group pushes the others down to nothing.
    const rival = amounts.find((other) => group !== null && other.group === group);
    if (rival && rival.ore >= ore) continue;
    if (rival) rival.ore = 0;
    if (rival) rival.group = null;
    amounts.push({ group, ore });
  }
  const { childSeatOre, petOre, extraLuggageOre } = tariff.extras;
  const [childSeats, pets, extraLuggage] = trip.extras;
  const lineOre = [
    ...fare,
    ...amounts.map(({ ore }) => ore),
    childSeatOre * childSeats,
    petOre * pets,
    extraLuggageOre * extraLuggage,
  ].filter((ore) => ore > 0);
  const exactOre = lineOre.reduce((a, b) => a + b, 0);
  const totalOre = toKrona(tariff, exactOre);
  if (totalOre < exactOre) lineOre.push(totalOre - exactOre);
  const rate = BigInt(tariff.vatRatePercent);
  return { lineOre, totalOre, vatOre: nearest(BigInt(totalOre) * rate, 100n + rate) };
}

/** The öre taken off one by one until the amount is whole kronor, when the tariff says so. */
function toKrona({ rounding }: Tariff, ore: number): number {
  let whole = ore;
  while (rounding === "krona-down" && !String(whole).endsWith("00") && whole > 0) whole--;
  return whole;
}

function nearest(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

const sweden = new Holidays("SE");
const holidaysByYear = new Map<number, { date: string; name: string; type: string }[]>();

function holidays(year: number) {
  const known = holidaysByYear.get(year) ?? sweden.getHolidays(year);
  holidaysByYear.set(year, known);
  return known;
}

const EVES_OFF = ["påskafton", "midsommarafton", "julafton", "nyårsafton"];
const kindsBySpan = new Map<string, Map<string, string>>();

function dayKinds(firstYear: number, lastYear: number): Map<string, string> {
  const span = `${firstYear}-${lastYear}`;
  const kinds = kindsBySpan.get(span) ?? new Map<string, string>();
  kindsBySpan.set(span, kinds);
  if (kinds.size > 0) return kinds;
  for (let year = firstYear; year <= lastYear; year++) {
    const red = new Set<string>();
    const eves = new Set<string>();
    for (const { date, name, type } of holidays(year)) {
      if (type === "public") red.add(date.slice(0, 10));
      if (EVES_OFF.includes(name)) eves.add(date.slice(0, 10));
    }
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekday = new Date(at).getUTCDay();
      if (weekday === 0 || red.has(date)) kinds.set(date, "red");
      else if (eves.has(date)) kinds.set(date, "eve");
      else kinds.set(date, weekday === 6 ? "saturday" : "weekday");
    }
  }
  return kinds;
}

/** What the days are called in Swedish, as date-holidays names them too. */
const NAMES: Readonly<Record<string, string>> = textsFor("sv").prices.namedDays;

function dateOfNamed(name: string, year: number): string {
  return holidays(year).find((holiday) => holiday.name === NAMES[name])!.date.slice(0, 10);
}
