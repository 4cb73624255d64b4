// The services of this room: the ways messages leave by, and the messages.
import type { Database } from "../kv/open.ts";
import type { MailService } from "../mail/services.ts";
import type { SmsService } from "../sms/services.ts";
import type { MessageChannel } from "./channel.ts";
import { localChannel } from "./local-channel.ts";
import { mailChannel } from "./mail-channel.ts";
import type { PushServices } from "../push/services.ts";
import type { Clock } from "../kernel/clock.ts";
import { pushChannel } from "./push-channel.ts";
import { MessageStore } from "./message-store.ts";
import { smsChannel } from "./sms-channel.ts";

/** What this room gives to those above it. */
export interface MessageServices {
  /** Those that are set; on a developer's machine a page stands in for the others. */
  channels: readonly MessageChannel[];
  messages: MessageStore;
}

/** What the room stands on. */
export interface MessageParts extends Pick<PushServices, "pushStore" | "sendPush"> {
  clock: Clock;
  config: { mode: "local" | "production" };
  mail: MailService | null;
  sms: SmsService | null;
  db: Pick<Database, "read">;
  sealKey: CryptoKey;
}

/** Composes the room's services. */
export function messageServices(parts: MessageParts): MessageServices {
  const { config, mail, sms, db, sealKey } = parts;
  const isLocal = config.mode === "local";
  const channels = [
    mail !== null ? mailChannel(mail) : isLocal ? localChannel("mail") : null,
    pushChannel(parts),
    sms !== null ? smsChannel(sms) : isLocal ? localChannel("sms") : null,
  ].filter((one) => one !== null);
  return { channels, messages: new MessageStore({ db, sealKey }) };
}
