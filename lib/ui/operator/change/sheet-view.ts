// A sheet in words, as the page draws it and as the board's script asks for it: the browser loads no dictionary for it.
import { asset } from "fresh/runtime";
import { canSend, type SheetData } from "../../../board/sheet/sheet.ts";
import { type SheetKind, sheetsFor } from "../../../board/sheet/sheet-kind.ts";
import type { SheetSetting } from "../../../board/sheet/sheet-setting.ts";
import type { SheetField, SheetValues } from "../../../board/sheet/sheet-values.ts";
import { CHANGE_FIELDS } from "../../../booking/field-change.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatReference, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { type Place, stopLabel } from "../../../places/place.ts";
import { MAX_BAGS, MAX_EXTRA, MAX_PASSENGERS, MAX_WHEELCHAIRS } from "../../../trip/trip-input.ts";
import type { ChoiceListProps } from "../../parts/ChoiceList.tsx";
import { openQuestions, shownErrors } from "../../customer/shown-errors.ts";
import { pickupChoices } from "../../customer/trip/PickupQuestion.tsx";
import { placeChoices } from "../../customer/trip/PlaceQuestion.tsx";
import { placeTexts } from "../../customer/trip/place-texts.ts";
import { offered } from "../../customer/trip/recent-places.ts";
import { absentWord, type Look } from "../frame/look.ts";
import { type OutcomeView, outcomeView } from "./outcome-view.ts";
import { sinceLines } from "./since-lines.ts";

/** Everything a sheet shows; plain data. */
export interface SheetView {
  kind: SheetKind;
  locale: Locale;
  bookingId: string;
  reference: string;
  customer: string;
  trip: { from: string; to: string };
  version: number;
  openedVersion: number;
  /** True when the fields hold something else than was sent. */
  isRewritten: boolean;
  values: SheetValues;
  /** Fewest and most of each count. */
  bounds: Readonly<Record<CountField, readonly [min: number, max: number]>>;
  errors: { field: string; text: string }[];
  questions: Record<"from" | "to" | "pickup", ChoiceListProps | null>;
  /** What others did since it was opened. */
  since: string[];
  outcome: OutcomeView;
  /** Why it was not done, "" when nobody asked for it. */
  problem: string;
  canSend: boolean;
  words: SheetWords;
  places: ReturnType<typeof placesOf>;
}

/** Fields that hold a number. */
export type CountField =
  | "passengers"
  | "bags"
  | "wheelchairs"
  | "childSeats"
  | "pets"
  | "extraLuggage";

/** The sheet in words. */
export function sheetView(
  data: SheetData,
  setting: Pick<SheetSetting, "locale" | "fleet" | "nowMs" | "popular">,
): SheetView {
  const { locale, fleet, nowMs, popular } = setting;
  const today = dateOf(wallTimeOf(nowMs));
  const look: Look = { locale, texts: boardTexts(locale), fleet, today };
  const { kind, booking, values, errors, problem } = data;
  const { trip } = booking;
  const questions = openQuestions(errors, values);
  const ask = (end: "from" | "to") => {
    return placeChoices({ locale, end, words: values[end], question: questions[end] });
  };
  return {
    ...{ kind, locale, bookingId: booking.id, version: booking.version },
    reference: formatReference(booking.reference),
    customer: booking.contact.name || absentWord(look.texts, booking),
    trip: {
      from: stopLabel(trip.from) || absentWord(look.texts, booking),
      to: stopLabel(trip.to) || absentWord(look.texts, booking),
    },
    openedVersion: data.openedVersion,
    isRewritten: data.isRewritten,
    values: shownValues(locale, values),
    bounds: boundsOf(data),
    errors: shownErrors(locale, errors, values, today).map(({ field, text }) => ({ field, text })),
    questions: {
      ...{ from: ask("from"), to: ask("to") },
      pickup: pickupChoices({ locale, question: questions.pickup }),
    },
    since: sinceLines(look, data.since),
    outcome: outcomeView(look, data),
    problem: problem === null ? "" : textsFor(locale).sheet.problems[problem],
    canSend: canSend(data),
    words: sheetWords(locale, data),
    places: placesOf(locale, popular),
  };
}

/** The time as clocks show it; it is read back. */
function shownValues(locale: Locale, values: SheetValues): SheetValues {
  const { time, date } = values;
  const isTime = /^\d\d:\d\d$/.test(time);
  return isTime ? { ...values, time: formatTime(locale, `${date}T${time}`) } : values;
}

function boundsOf({ kind, booking: { trip } }: SheetData): SheetView["bounds"] {
  if (kind !== "split") {
    const extra = [0, MAX_EXTRA] as const;
    return {
      ...{ passengers: [1, MAX_PASSENGERS], bags: [0, MAX_BAGS] },
      ...{ wheelchairs: [0, MAX_WHEELCHAIRS], childSeats: extra, pets: extra, extraLuggage: extra },
    };
  }
  const { passengers, bags, wheelchairs, extras } = trip;
  return {
    ...{
      passengers: [1, Math.max(1, passengers - 1)],
      bags: [0, bags],
      wheelchairs: [0, wheelchairs],
    },
    ...{ childSeats: [0, extras.childSeats], pets: [0, extras.pets] },
    extraLuggage: [0, extras.extraLuggage],
  };
}

/** Labels and sentences that stand whatever is written. */
export interface SheetWords {
  title: string;
  lead: string;
  close: string;
  fields: Readonly<Record<SheetField, string>>;
  needs: string;
  classes: { value: string; name: string }[];
  tariffs: { value: string; name: string }[];
  keepHint: string;
  placeExample: string;
  outcome: string;
  changes: string;
  becomes: string;
  price: string;
  laterTimes: string;
  showPrice: string;
  send: string;
  since: string;
  sinceHint: string;
  /** Leads to the sheet that splits the booking; "" where that cannot be. */
  splitInstead: string;
}

function sheetWords(locale: Locale, { kind, booking }: SheetData): SheetWords {
  const { sheet, trip } = textsFor(locale);
  const { change, classes } = boardTexts(locale);
  const { close, needs, keepHint, outcome, changes, price, laterTimes, showPrice } = sheet;
  const { since, sinceHint } = sheet;
  const canSplit = sheetsFor({ ...booking, passengers: booking.trip.passengers }).includes("split");
  return {
    ...{ close, needs, keepHint, outcome, changes, price, laterTimes, showPrice, since, sinceHint },
    title: sheet.title[kind],
    lead: sheet.lead[kind],
    fields: {
      ...{ ...change.fields, fromId: "", toId: "", overlap: "" },
      ...{ date: sheet.date, time: sheet.time, tariff: sheet.priceBy },
      ...{ keepReason: sheet.keepReason, reason: sheet.reason },
      ...(kind === "split" ? partNames(locale, booking) : {}),
    },
    classes: VEHICLE_CLASSES.map((value) => ({ value, name: classes[value].name })),
    tariffs: (["original", "new", "keep"] as const).map((value) => ({
      value,
      name: sheet.tariff[value],
    })),
    placeExample: trip.placeExample,
    becomes: change.becomes,
    send: sheet.send[kind],
    splitInstead: kind === "change" && canSplit ? sheet.splitInstead : "",
  };
}

/** How many there are to share. */
function partNames(locale: Locale, { trip }: SheetData["booking"]): Partial<SheetWords["fields"]> {
  const { ofAll } = textsFor(locale).sheet;
  const { fields } = boardTexts(locale).change;
  const { passengers, bags, wheelchairs, extras } = trip;
  const counts = Object.entries({ passengers, bags, wheelchairs, ...extras } as const);
  return Object.fromEntries(counts.map(([name, count]) => {
    const field = CHANGE_FIELDS.find((one) => one === name) ?? "passengers";
    return [name, ofAll(fields[field], count)];
  }));
}

function placesOf(locale: Locale, popular: readonly Place[]) {
  return {
    texts: placeTexts(locale),
    popular: popular.map(offered),
    icons: asset("/icons.svg"),
  };
}
