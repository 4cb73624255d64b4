// Every field of what is stored of messages on their way out by other ways than mail, with the version that brought it.
import type { SentSms, SmsSpend } from "../../lib/sms/sms.ts";
import type { Fields } from "./stored-fields.ts";

/** A text message. */
export const SENT_SMS_FIELDS: Fields<SentSms> = {
  id: 1,
  prefix: 1,
  parts: 1,
  costOre: 1,
  day: 1,
  state: 1,
  reference: 1,
  at: 1,
  reportedAt: 1,
};

/** What a day has cost. */
export const SMS_SPEND_FIELDS: Fields<SmsSpend> = { ore: 1, isTold: 1 };
