// Hands messages to the mail server the settings name.
import type { MailService } from "../mail/services.ts";
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import type { Delivery, MessageChannel } from "./channel.ts";

/** The channel. */
export function mailChannel(mail: MailService): MessageChannel {
  return {
    name: "mail",
    host: mail.host,
    isLocal: false,
    async send(message): Promise<Delivery> {
      if (message.channel !== "mail") return { kind: "refused", said: "not a mail" };
      const { id, at, to, mail: { subject, text, html, calendar, files } } = message;
      const { unsubscribe } = message.mail;
      try {
        const handed = await mail.send({
          ...{
            id: `message.${id}`,
            at,
            to: [to],
            subject,
            text,
            html,
            calendar,
            files,
            unsubscribe,
          },
          isAutomatic: true,
        });
        if (handed === undefined) return retryLater("left alone after failures");
        if (handed.refused.length > 0) return { kind: "refused", said: "no such receiver" };
        return { kind: "sent", reference: "" };
      } catch (error) {
        if (error instanceof AttemptFailure) return retryLater(error.message);
        throw error;
      }
    },
  };
}

function retryLater(said: string): Delivery {
  return { kind: "retry-later", said, afterMs: null };
}
