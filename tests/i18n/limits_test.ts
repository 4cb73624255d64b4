// A limit stands once, in the code that keeps it: texts are given it. A number written into a text
// would stay behind when the limit changes.
import assert from "node:assert/strict";
import { MAX_OWN_PLACE_NAME, MAX_OWN_PLACES } from "../../lib/accounts/own-place.ts";
import { MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";
import { MAX_REQUEST_TEXT } from "../../lib/privacy/data-request.ts";
import { plainSummary } from "../../lib/fees/fee-rules.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { feeWords } from "../../lib/i18n/fee-words.ts";
import { MAX_NAME, MAX_NOTE } from "../../lib/booking/contact.ts";
import { MAX_BODY_BYTES, tooLarge } from "../../lib/http/body.ts";
import { problemText } from "../../lib/http/problem.ts";
import { formatUntil } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { type Locale, LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { MAX_STOP_WORDS } from "../../lib/places/place.ts";
import { COMPARISON_KM, COMPARISON_MINUTES } from "../../lib/pricing/comparison-price.ts";
import { QUOTE_TTL_MINUTES } from "../../lib/pricing/quote.ts";
import { MAX_BAGS, MAX_PASSENGERS } from "../../lib/trip/trip-input.ts";
import { shownErrors } from "../../lib/ui/customer/shown-errors.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { allTexts } from "../support/texts.ts";
import { aQuote } from "../support/trips.ts";

/** Numbers that no constant has, and why. */
const ALLOWED: readonly [path: RegExp, reason: string][] = [
  [
    /\/fieldErrors\/((date|time|phone|reference|flightNumber)Invalid|phoneCountry)$/,
    "an example of what to write",
  ],
  [/\/booking\/findReferenceHint$/, "an example of a code"],
  [/\/order\/when(Example|Hint|Unread)$/, "examples of times that are understood"],
  [/\/quote\/flightNumberHint$/, "an example of a flight"],
  [/\/fieldErrors\/(passengers|bags)Invalid$/, "the fewest there can be: one person, no bag"],
  [
    /\/setup\/problems\/(notADate|notAnAmount|organisationNumber|notAPoint|versionForm)$/,
    "an example of what to write",
  ],
  [/\/fleet\/hints\/(id|otherVehicles)$/, "an example of an id"],
  [/\/tariffs\/hints\/points$/, "an example of what to write"],
  [/\/setup\/problems\/notUtf8$/, "the name of an encoding, UTF-8"],
  [/\/board\/problems\/fee-invalid$/, "a fee may be nothing"],
  [/\/board\/access\/howSignal$/, "the name of the signal, USR2"],
  [/\/shell\/mapCredit$/, "the name of a licence, CC BY 4.0"],
  [/\/trip\/overlap(Hint)?$|\/trip\/gapHint$/, "summer time is one hour by law"],
  [
    /\/purposes\/(purpose\/(price-proof|bookkeeping|fleet|sealing)|basis|role|transfer)\//,
    "articles and paragraphs of the law, and what they set",
  ],
  [/\/breaches\//, "the hours of the law, and articles"],
  [/\/compliance\/(register|breaches|report|review)\//, "articles of the GDPR, and what they set"],
  [/\/legal\/privacy\/2\/text$/, "seven years by the bookkeeping act"],
  [/\/legal\/privacy\/8\/text$/, "one month by article 12 of the GDPR"],
  [/\/problems\/body-unreadable$/, "the name of an encoding, UTF-8"],
  [/\/errors\/byStatus\/503\/text$/, "advice how long to wait"],
  [/\/tariffs\/fields\/perHourOre$/, "the unit a tariff is in"],
  [/\/prices\/perHour$/, "the unit a tariff is in"],
  [/\/trip\/clock\/(hour|minute)$/, "the parts of a clock, not a number of them"],
  [/\/quote\/(noVehicleNoTimes|noneSoon)$/, "some hours, not a number of them"],
  [
    /\/bookkeeping\/(month|choose|vat\/differs|vat\/title|days\/empty|day\/back)$/,
    "months of the calendar, not a number of them",
  ],
  [/\/fees\/(minutesField|waitMinutes|late)$/, "the unit a field is in"],
  [
    /\/fees\/problems\/(band|withinMinutes|waitMinutes|lateness|no-show-within|never-free)$/,
    "an example of what to write, and the unit a field is in",
  ],
  [
    /\/settlement\/terms\/(rhythms\/month|perMonth|perMonthOf)$/,
    "months of the calendar, not a number of them",
  ],
  [/\/settlement\/terms\/agreedHint$/, "a section of the law"],
  [/\/prices\/namedDays\/new-years-(day|eve)$/, "names of days"],
];

/** A digit, or a unit or a part that no number given to the text stands before. */
const NUMBER = new RegExp(
  "\\d|(?<!»\\s)(?<!\\p{L})(kvart|halvtimme|timm(e|ar)|minut(er)?|dygn|månad(er)?|år|halva|tecken|" +
    "quarter|half|hours?|minutes?|months?|years?|characters)(?!\\p{L})",
  "iu",
);

/** A text with one mark for each number it is given. */
function withoutGiven(text: string): string {
  return text.replace(/«\d»|\{\w+\}/g, "»");
}

function bareNumbers(texts: readonly (readonly [string, string])[]): string[] {
  return texts.filter(([, text]) => NUMBER.test(withoutGiven(text)))
    .filter(([path]) => !ALLOWED.some(([allowed]) => allowed.test(path)))
    .map(([path, text]) => `${path}: ${text}`);
}

for (const locale of LOCALES) {
  Deno.test(`no text in ${locale} has a number of its own`, () => {
    assert.deepEqual(bareNumbers(allTexts(locale)), []);
  });
}

Deno.test("every number that is allowed is still there", () => {
  const all = LOCALES.flatMap(allTexts).filter(([, text]) => NUMBER.test(withoutGiven(text)));
  const unused = ALLOWED.filter(([allowed]) => !all.some(([path]) => allowed.test(path)));
  assert.deepEqual(unused.map(([, reason]) => reason), []);
});

Deno.test("bareNumbers() sees planted digits and number words, and passes given ones", () => {
  const planted = ["högst 80 tecken", "gäller i en kvart", "halva priset", "within one hour"];
  assert.equal(bareNumbers(planted.map((text) => ["/planted", text])).length, planted.length);
  assert.deepEqual(
    bareNumbers([["/given", "gäller i «0» minuter, högst «1» tecken, {max} tecken"]]),
    [],
  );
});

Deno.test("form errors and problems say the limit that is kept", () => {
  const limits = {
    ownPlaceNameTooLong: MAX_OWN_PLACE_NAME,
    ownPlacesFull: MAX_OWN_PLACES,
    placeTooLong: MAX_STOP_WORDS,
    passengersInvalid: MAX_PASSENGERS,
    bagsInvalid: MAX_BAGS,
    nameTooLong: MAX_NAME,
    noteTooLong: MAX_NOTE,
    reasonTooLong: MAX_REASON_LENGTH,
    wishTooLong: MAX_REQUEST_TEXT,
  } as const;
  for (const locale of LOCALES) {
    for (const [code, limit] of Object.entries(limits)) {
      const error = { field: "x", code: code as keyof typeof limits };
      const [shown] = shownErrors(locale, [error], { x: "words" }, "2026-11-23");
      assert.match(shown?.text ?? "", new RegExp(`\\b${limit}\\b`), `${locale} ${code}`);
    }
    assert.match(
      problemText("too-large", locale, tooLarge().facts),
      new RegExp(`\\b${MAX_BODY_BYTES / 1024} KiB`),
    );
  }
});

/** An hour before 06.40 on the Saturday after the clock of these services. */
function saturday(locale: Locale): string {
  return formatUntil(locale, "2026-11-28T05:40", "2026-11-23");
}

Deno.test("pages say the terms and times that hold", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await aQuote(test.services);
  const { freeUntilMinutes, late, noShow } = plainSummary(SHIPPED_EDITION);
  for (const locale of LOCALES) {
    const { trip, help, legal, quote: words, prices } = textsFor(locale);
    const terms = legal.terms(
      QUOTE_TTL_MINUTES,
      freeUntilMinutes,
      feeWords(locale, late),
      feeWords(locale, noShow),
    );
    const said: [path: string, texts: string[]][] = [
      [`${paths.home()}?date=2026-11-28&time=06:40`, [trip.freeUntil(saturday(locale))]],
      [`${paths.home()}?date=2026-11-23&time=06:10`, [
        trip.lateCancellation(feeWords(locale, late)),
      ]],
      [paths.home(), trip.reasons(freeUntilMinutes).map(({ text }) => text)],
      [paths.help(), help.questions(QUOTE_TTL_MINUTES, freeUntilMinutes).map((q) => q.answer)],
      [paths.terms(), terms.map(({ text }) => text)],
      [paths.quote(quote.id), [words.comparisonHint(COMPARISON_KM, COMPARISON_MINUTES)]],
      [paths.quote(quote.id), [words.noWithdrawal]],
      [paths.prices(), [prices.comparisonExplained(COMPARISON_KM, COMPARISON_MINUTES)]],
    ];
    for (const [path, texts] of said) {
      const lang = `${path.includes("?") ? "&" : "?"}lang=${locale}`;
      const response = await app(new Request(ORIGIN + path + lang));
      const html = await response.text();
      for (const text of texts) assert.ok(html.includes(text), `${path} ${locale}: ${text}`);
    }
  }
});
