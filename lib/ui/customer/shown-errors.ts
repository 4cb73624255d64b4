// Field errors in words: the text of each code, with the customer's own words and times put in.
import { MAX_OWN_PLACE_NAME, MAX_OWN_PLACES } from "../../accounts/own-place.ts";
import { MAX_REASON_LENGTH } from "../../booking/booking.ts";
import { MAX_NAME, MAX_NOTE } from "../../booking/contact.ts";
import type { FieldErrorCode } from "../../i18n/field-error-code.ts";
import { MAX_REQUEST_TEXT } from "../../privacy/data-request.ts";
import { MAX_STOP_WORDS } from "../../places/place.ts";
import { MAX_BAGS, MAX_PASSENGERS } from "../../trip/trip-input.ts";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import { SUPPORT_PHONE } from "../../kernel/support-phone.ts";
import type { FieldError } from "../../forms/field-error.ts";
import { formatMoment, wallTimeOf } from "../../i18n/format.ts";
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import type { ShownError } from "../parts/ErrorList.tsx";
import type { TripFieldError } from "../../trip/trip-field-error.ts";
import {
  isPlaceQuestion,
  type PlaceQuestionKind,
  type TripQuestions,
} from "./trip/trip-questions.ts";
import { said } from "../parts/Said.tsx";

/** Texts of `errors`; `values` are the form's, `today` is `YYYY-MM-DD`. */
export function shownErrors(
  locale: Locale,
  errors: readonly FieldError[],
  values: Readonly<Record<string, string>>,
  today: string,
): ShownError[] {
  const { fieldErrors } = textsFor(locale);
  return errors.map(({ field, code, instant }) => {
    if (isAboutLimit(code)) return { field, text: fieldErrors[code](LIMITS[code]) };
    if (isForTelephone(code)) {
      const phone = shownPhoneNumber(SUPPORT_PHONE);
      return { field, text: fieldErrors[code](said(phone)), phone: SUPPORT_PHONE };
    }
    const text = fieldErrors[code];
    if (typeof text === "string") return { field, text };
    const shown = code === "pickupTooSoon"
      ? instant === undefined ? "" : formatMoment(locale, wallTimeOf(instant), today)
      : said(values[field] ?? "");
    return { field, text: text(shown) };
  });
}

/** The limits that errors speak of. */
const LIMITS = {
  ownPlaceNameTooLong: MAX_OWN_PLACE_NAME,
  ownPlacesFull: MAX_OWN_PLACES,
  placeTooLong: MAX_STOP_WORDS,
  passengersInvalid: MAX_PASSENGERS,
  bagsInvalid: MAX_BAGS,
  nameTooLong: MAX_NAME,
  noteTooLong: MAX_NOTE,
  reasonTooLong: MAX_REASON_LENGTH,
  wishTooLong: MAX_REQUEST_TEXT,
} as const satisfies Partial<Record<FieldErrorCode, number>>;

/** What only people can arrange, so our number stands beside it. */
const FOR_TELEPHONE = [
  "abroad",
  "noRoad",
  "noCrossing",
  "dayUnsold",
] as const satisfies FieldErrorCode[];

function isForTelephone(code: FieldErrorCode): code is typeof FOR_TELEPHONE[number] {
  return FOR_TELEPHONE.some((one) => one === code);
}

function isAboutLimit(code: FieldErrorCode): code is keyof typeof LIMITS {
  return code in LIMITS;
}

/** The questions among `errors` that the form can ask back. */
export function openQuestions(
  errors: readonly TripFieldError[],
  values: Readonly<Record<string, string>>,
): TripQuestions {
  const questions: TripQuestions = {};
  for (const { field, code, places, moreId = "", near, pickups } of errors) {
    if ((field === "from" || field === "to") && places && isPlaceQuestion(code)) {
      questions[field] = { code, places, moreId };
    }
    if ((field === "from" || field === "to") && near) {
      questions.pins = { ...questions.pins, [field]: near.point };
    }
    const [first, second] = pickups ?? [];
    if (first === undefined || second === undefined) continue;
    const asked = `${values.date}T${values.time}`;
    questions.pickup = code === "pickupGap"
      ? { kind: "gap", asked, before: first, after: second }
      : { kind: "overlap", asked, earlier: first, later: second };
  }
  return questions;
}

/** The one question a step of its own asks: the first open end, when nothing but places needs another look. */
export function placeStepOf(
  errors: readonly TripFieldError[],
): { end: "from" | "to"; question: PlaceQuestionKind } | null {
  if (!errors.every(({ code }) => isPlaceQuestion(code))) return null;
  const questions = openQuestions(errors, {});
  const end = questions.from === undefined ? "to" : "from";
  const question = questions[end];
  return question === undefined ? null : { end, question };
}
