// Where a receiver is and what it is told of: the fields of a new one and of one that is changed.
import type { WebhooksData } from "../../../board/webhooks-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { TextField } from "../../parts/Field.tsx";
import { EventBoxes } from "./EventBoxes.tsx";

/** Properties of ReceiverFields. */
export interface ReceiverFieldsProps {
  locale: Locale;
  url: string;
  events: readonly string[];
  /** What is wrong with the address, or null. */
  fault: WebhooksData["fault"];
}

/** The fields. */
export function ReceiverFields({ locale, url, events, fault }: ReceiverFieldsProps) {
  const words = textsFor(locale).webhooks;
  return (
    <>
      <TextField
        name="url"
        isCode
        label={words.url}
        value={url}
        error={fault === null ? undefined : words.faults[fault]}
      />
      <EventBoxes locale={locale} chosen={events} />
    </>
  );
}
