// Hands messages to the text message service the settings name.
import type { SmsService } from "../sms/services.ts";
import type { Delivery, MessageChannel } from "./channel.ts";

/** The channel. */
export function smsChannel(sms: SmsService): MessageChannel {
  return {
    name: "sms",
    host: sms.host,
    isLocal: false,
    async send(message): Promise<Delivery> {
      if (message.channel !== "sms") return { kind: "refused", said: "not a text message" };
      const { id, to, text } = message;
      return await sms.send({ id, to, text, isFlash: false });
    },
  };
}
