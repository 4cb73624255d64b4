// What is remembered of text messages looks like this.
import { flag, instant, number, orNull, record, text, word } from "../kernel/shape.ts";
import { type SentSms, SMS_STATES, type SmsSpend } from "./sms.ts";

/** A message. */
export const sentSmsShape = record<SentSms>({
  id: text,
  prefix: text,
  parts: number,
  costOre: number,
  day: text,
  state: word(SMS_STATES),
  reference: text,
  at: instant,
  reportedAt: orNull(instant),
});

/** The costs of a day. */
export const smsSpendShape = record<SmsSpend>({ ore: number, isTold: flag });
