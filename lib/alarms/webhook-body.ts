// A message as JSON. `text` is what Slack, Mattermost and their like show; a channel of Teams takes a card. Pure.
import type { Alarm, AlarmMessage } from "./alarm.ts";
import { alarmLines, alarmSubject, alarmUrl } from "./alarm-text.ts";

/** What a webhook's receiver reads: `text` with our own fields beside it, or an Adaptive Card in an envelope. */
export const WEBHOOK_FORMATS = ["json", "teams"] as const;

/** One of them. */
export type WebhookFormat = typeof WEBHOOK_FORMATS[number];

/** What programs read. */
export interface WebhookBody {
  type: "alarm" | "trial";
  id: string;
  at: string;
  /** For people. */
  text: string;
  alarms: readonly (Alarm & { url: string })[];
  more: number;
}

/** The body of a message. */
export function webhookBody(
  message: AlarmMessage,
  origin: string,
  format: WebhookFormat,
): string {
  const lines = alarmLines(message, origin);
  if (format === "teams") return JSON.stringify(cardOf([alarmSubject(message), ...lines]));
  const { id, at, isTrial, more } = message;
  const body: WebhookBody = {
    type: isTrial ? "trial" : "alarm",
    ...{ id, at, text: [alarmSubject(message), ...lines].join("\n") },
    alarms: message.alarms.map((alarm) => ({ ...alarm, url: alarmUrl(alarm, origin) })),
    more,
  };
  return JSON.stringify(body);
}

/** What the workflow "when a Teams webhook request is received" posts: adaptivecards.io/explorer. */
function cardOf([title = "", ...lines]: readonly string[]) {
  const block = (text: string) => ({ type: "TextBlock", text, wrap: true });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [{ ...block(title), weight: "Bolder" }, ...lines.map(block)],
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { type: "message", attachments: [{ contentType, contentUrl: null, content }] };
}
