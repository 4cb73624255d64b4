// A mail as it goes over the wire (RFC 5322): UTF-8, its text, perhaps the same as a page and a calendar's file, and no
// header of it from anybody but us.
import { Buffer } from "node:buffer";
import MailComposer from "nodemailer/lib/mail-composer";
import { invariant } from "../kernel/invariant.ts";
import { isMailAddress, type Mail, MAX_RECIPIENTS } from "./mail.ts";

/** Who mails come from. */
export interface Sender {
  address: string;
  /** What people see beside it. */
  name: string;
}

/** Words that end no header and need no quoting. */
const FILE_WORD = /^[\w./+-]{1,200}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,120}$/;
/** What would end a line, and with it a header. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** The bytes of a mail. Throws InvariantError for what could say something else than it was meant to. */
export async function writeMail(mail: Mail, from: Sender): Promise<Uint8Array> {
  const { id, at, to, subject, text, html = "", calendar = null, files = [] } = mail;
  const { unsubscribe = "" } = mail;
  invariant(ID.test(id), "The id of a mail has other characters than letters, digits, . and -");
  invariant(to.length > 0 && to.length <= MAX_RECIPIENTS, "Too few or too many recipients");
  invariant([from.address, ...to].every(isMailAddress), "Not a mail address");
  invariant(!CONTROL.test(subject + from.name), "A header of a mail has more than one line");
  invariant(files.every(({ name, type }) => FILE_WORD.test(name + type)), "Not a name of a file");
  invariant(unsubscribe === "" || isPlainAddress(unsubscribe), "No address to unsubscribe at");
  const composer = new MailComposer({
    from,
    to: [...to],
    subject,
    text,
    ...(html === "" ? {} : { html }),
    ...(calendar === null ? {} : { icalEvent: { ...calendarPart(calendar) } }),
    attachments: files.map(({ name: filename, type: contentType, bytes }) => ({
      ...{ filename, contentType, content: Buffer.from(bytes) },
    })),
    messageId: `<${id}@${hostOf(from)}>`,
    date: new Date(at),
    headers: mailHeaders(mail),
    // Neither files nor addresses are ever read for a mail, whatever its text says.
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  });
  return await composer.compile().build();
}

/** Headers that say what sort of mail it is. */
export function mailHeaders({ isAutomatic, unsubscribe = "" }: Mail): Record<string, string> {
  return {
    ...(isAutomatic ? { "Auto-Submitted": "auto-generated" } : {}),
    ...(unsubscribe === "" ? {} : {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

/** As an alternative that calendars act on, and as a file for those who read mails in a browser. */
function calendarPart({ method, text }: NonNullable<Mail["calendar"]>) {
  return { method, filename: "avanti.ics", content: text };
}

/** True for an https address that ends no header. */
function isPlainAddress(text: string): boolean {
  return !CONTROL.test(text) && !/[<>\s]/.test(text) && URL.parse(text)?.protocol === "https:";
}

/** The host an address belongs to; the product introduces itself by it. */
export function hostOf({ address }: Pick<Sender, "address">): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
