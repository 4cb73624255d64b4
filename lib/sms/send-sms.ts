// Use case: sends a text message to a telephone. It goes to countries that are listed, as far as the day's money reaches,
// and what the service has taken is not handed to it again.
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { nextDate } from "../kernel/local-date.ts";
import { HOME_ZONE, localDate } from "../kernel/wall-time.ts";
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import type { SendByElks } from "./elks-gateway.ts";
import { partsOf } from "./part-rules.ts";
import { priceFor, type SmsPrice } from "./price-rules.ts";
import { MAX_SMS_PARTS, type Sms, type SmsDelivery } from "./sms.ts";
import type { SmsStore } from "./sms-store.ts";

/** What sending needs. */
export interface SendSmsDeps {
  smsStore: SmsStore;
  send: SendByElks;
  /** Where the network's reports about a message are to go; null where nobody could reach it. */
  reportUrl: (id: string) => Promise<string | null>;
  prices: readonly SmsPrice[];
  /** What all messages of a day may cost, in öre. */
  dayOre: number;
  clock: Clock;
  log: Logger;
}

/** Numbers that ring in a pocket. Others take no messages, or are paid for by whoever sends them one. */
const TELEPHONES: ReadonlySet<string> = new Set(["MOBILE", "FIXED_LINE_OR_MOBILE"]);

/** Answers of a service that are about our account, not about the message: somebody mends it, then it is taken. */
const OF_THE_ACCOUNT: ReadonlySet<number> = new Set([401, 402, 403]);

/** Sends it. Never throws for what is the service's fault. */
export async function sendSms(deps: SendSmsDeps, sms: Sms): Promise<SmsDelivery> {
  const { parts } = partsOf(sms.text);
  const price = priceFor(sms.to, deps.prices);
  if (price === null) return refused("SMS to this country is not listed");
  if (!ringsInAPocket(sms.to)) return refused("SMS to this kind of number is not sent");
  if (parts > MAX_SMS_PARTS) return refused(`SMS of ${parts} parts is not sent`);
  const claim = await deps.smsStore.claim({ id: sms.id, parts }, price, deps.dayOre);
  switch (claim.kind) {
    case "known":
      return { kind: "sent", reference: claim.reference };
    case "spent":
      if (claim.isNews) {
        deps.log.error("the day's money for text messages is spent", {
          code: claim.prefix || "all",
        });
      }
      return {
        kind: "retry-later",
        said: "The day's money for SMS is spent",
        afterMs: untilTomorrowMs(deps),
      };
    case "claimed":
      return await handOver(deps, sms);
  }
}

async function handOver(deps: SendSmsDeps, sms: Sms): Promise<SmsDelivery> {
  const later = (said: string): SmsDelivery => ({ kind: "retry-later", said, afterMs: null });
  try {
    const answer = await deps.send(sms, await deps.reportUrl(sms.id));
    if (answer === undefined) return later("SMS service is left alone");
    if (answer.isTaken) {
      await deps.smsStore.noteSent(sms.id, answer.reference, answer.costOre);
      return { kind: "sent", reference: answer.reference };
    }
    const said = `SMS status ${answer.status}`;
    if (OF_THE_ACCOUNT.has(answer.status)) {
      deps.log.error("the text message service refuses our account", { status: answer.status });
      return later(said);
    }
    await deps.smsStore.noteRefused(sms.id);
    return refused(said);
  } catch (error) {
    // It may have been taken: the money stays taken, and the next try is the same message.
    if (error instanceof AttemptFailure) return later(error.message);
    throw error;
  }
}

function ringsInAPocket(to: string): boolean {
  return TELEPHONES.has(parsePhoneNumberFromString(to)?.getType() ?? "");
}

function refused(said: string): SmsDelivery {
  return { kind: "refused", said };
}

function untilTomorrowMs({ clock }: Pick<SendSmsDeps, "clock">): number {
  const now = clock.now();
  const midnight = Temporal.PlainDate.from(nextDate(localDate(now), 1)).toZonedDateTime(HOME_ZONE);
  return midnight.epochMilliseconds - now.epochMilliseconds;
}
