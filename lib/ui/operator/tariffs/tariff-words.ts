// What fields of tariffs and the values in them are called on the pages.
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatShortDate, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { DraftEvent, TariffDraft } from "../../../pricing/tariff-draft.ts";
import { kronorOf } from "../../../setup/cells.ts";
import { said } from "../../parts/Said.tsx";

/** What a field is called: "Taxi, Grundavgift"; a fixed price's column is its class. */
export function tariffFieldName(column: string, locale: Locale): string {
  const fields: Readonly<Record<string, string>> = textsFor(locale).tariffs.fields;
  const [first = "", second] = column.split(".");
  const vehicleClass = VEHICLE_CLASSES.find((name) => name === first);
  if (vehicleClass === undefined) return fields[second ?? first] ?? fields[first] ?? column;
  const { name } = boardTexts(locale).classes[vehicleClass];
  return second === undefined ? name : `${name}, ${fields[second] ?? second}`;
}

/** A value of a tariff's path as people read it: öre are kronor, texts without their quotes. */
export function shownLeaf(field: string, text: string, locale: Locale): string {
  if (text === "" || text === "null") return textsFor(locale).fleet.nothing;
  if (field.endsWith("Ore") || /\.priceOre\./.test(field)) return kronorOf(Number(text));
  return text.replace(/^"(.*)"$/, "$1");
}

/** Where a draft stands, in words; one that was to be published and could not says so until it is touched. */
export function stateWords(
  { state, story, approvedBy }: Pick<TariffDraft, "state" | "story" | "approvedBy">,
  locale: Locale,
): string {
  const { states } = textsFor(locale).tariffs.drafts;
  switch (state.kind) {
    case "open":
      if (story.at(-1)?.type === "refused") return states.refused;
      return approvedBy === null ? states.open : states.approved;
    case "planned":
      return states.planned(state.publishOn);
    case "published":
      return states.published(state.version);
    case "discarded":
      return states.discarded;
    default:
      return state satisfies never;
  }
}

/** When something was done and by whom: "tors 26 nov 14.02 av Karin". */
export function whenAndWho({ at, by }: Pick<DraftEvent, "at" | "by">, locale: Locale): string {
  const { drafts } = textsFor(locale).tariffs;
  const wallTime = wallTimeOf(at);
  const when = `${formatShortDate(locale, dateOf(wallTime))} ${formatTime(locale, wallTime)}`;
  return drafts.by(when, by === "" ? drafts.itself : said(by));
}

/** What else an event says: its day or version as it stands, the reason of a refusal in words. */
export function eventDetail({ type, detail }: DraftEvent, locale: Locale): string {
  const refusals: Readonly<Record<string, string>> = textsFor(locale).tariffs.draft.refusals;
  return type === "refused" ? refusals[detail] ?? detail : detail;
}
