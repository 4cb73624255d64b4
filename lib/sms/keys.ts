// The families of text messages. Neither number nor words are among them: those are the messages' own.
import { family } from "../kv/family.ts";
import { type SentSms, SMS_KEPT_MS, type SmsSpend, SPEND_KEPT_MS } from "./sms.ts";
import { sentSmsShape, smsSpendShape } from "./sms-shapes.ts";

/** Families of this room. */
export const smsKeys = {
  /** What was sent, so that a repeat is none and a report finds it. */
  sms: family<[id: string], SentSms>("sms", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: SMS_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + SMS_KEPT_MS,
    shape: sentSmsShape,
  }),
  /** What a day has cost; the prefix "" is all of them. */
  smsSpend: family<[day: string, prefix: string], SmsSpend>("smsSpend", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: SPEND_KEPT_MS },
    endsMs: (_, [, day]) => Date.parse(`${String(day)}T00:00:00Z`) + SPEND_KEPT_MS,
    shape: smsSpendShape,
  }),
} as const;
