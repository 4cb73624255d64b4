// The notification to IMY in words, on the page and as a file.
import type { BreachData } from "../../../board/breach-page.ts";
import type { FilledField } from "../../../compliance/breach-notification.ts";
import { formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** A field as a person reads it. */
export function notificationValue(locale: Locale, { field, value }: FilledField): string {
  const { breaches: words, compliance } = textsFor(locale);
  if (value === "") return "–";
  switch (field) {
    case "aware":
    case "began":
    case "ended":
      return wallTimeOf(value).replace("T", " ");
    case "people":
    case "entries":
      return formatNumber(locale, Number(value));
    case "crossBorder":
      return value === "yes" ? compliance.yes : compliance.no;
    case "kinds":
      return value.split(" ").map((kind) => wordOf(words.kinds, kind)).join(", ");
    case "cause":
      return wordOf(words.causes, value);
    case "severity":
      return wordOf(words.severities, value);
    case "informed":
      return wordOf(words.people, value);
    default:
      return value;
  }
}

/** The whole of it for whoever fills the form, with the story of the breach. */
export function notificationFile(
  locale: Locale,
  { breach, notification, events }: BreachData,
): string {
  const { breaches: words } = textsFor(locale);
  const fields = notification.map((one) => ({
    field: one.field,
    label: words.notification[one.field],
    value: one.value === "" ? "" : notificationValue(locale, one),
    isMissing: one.isMissing,
  }));
  return JSON.stringify({ id: breach.id, fields, events }, null, 2);
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
