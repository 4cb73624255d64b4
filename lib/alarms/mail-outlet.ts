// Mails alarms to the addresses a company has set.
import type { HandedMail } from "../mail/mail.ts";
import type { MailService } from "../mail/services.ts";
import { alarmLines, alarmSubject } from "./alarm-text.ts";
import { type AlarmOutlet, type Delivery, deliveryOf, notTaken } from "./outlet.ts";

const NOBODY_REFUSED: HandedMail = { accepted: [], refused: [] };

/** What mailing needs. */
export interface MailOutletOptions {
  to: readonly string[];
  /** Where people reach the product, for links. */
  origin: string;
  mail: MailService;
}

/**
 * The outlet to some addresses. An alarm is taken when the server answers for at least one of them: sent again, that one
 * would have it twice. A trial is there to find the others.
 */
export function mailOutlet({ to, origin, mail }: MailOutletOptions): AlarmOutlet {
  return {
    name: "mail",
    host: mail.host,
    takesAlarms: true,
    state: () => mail.state(),
    async send(message): Promise<Delivery> {
      const { id, at, isTrial } = message;
      const text = `${alarmLines(message, origin).join("\n\n")}\n`;
      const subject = alarmSubject(message);
      const handing = mail.send({ id: `alarm.${id}`, at, to, subject, text, isAutomatic: true });
      const delivery = await deliveryOf(handing);
      const { accepted, refused } = delivery.isAccepted
        ? await handing ?? NOBODY_REFUSED
        : NOBODY_REFUSED;
      const isTaken = refused.length === 0 || (!isTrial && accepted.length > 0);
      const said = `SMTP refused ${refused.length} of ${to.length} recipients`;
      return isTaken ? delivery : notTaken("refused", said);
    },
  };
}
