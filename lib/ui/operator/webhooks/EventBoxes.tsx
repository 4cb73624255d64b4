// The events a receiver may be told of, each with its box.
import { eventField } from "../../../board/webhook-form.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { WEBHOOK_EVENTS } from "../../../webhooks/webhook-event.ts";

/** The boxes; those of `chosen` are ticked. */
export function EventBoxes({ locale, chosen }: { locale: Locale; chosen: readonly string[] }) {
  const words = textsFor(locale).webhooks;
  return (
    <fieldset class="webhook-events">
      <legend>{words.events}</legend>
      {WEBHOOK_EVENTS.map((event) => (
        <label key={event}>
          <input type="checkbox" name={eventField(event)} checked={chosen.includes(event)} />
          <span>{words.event[event]}</span> <code>{event}</code>
        </label>
      ))}
    </fieldset>
  );
}
