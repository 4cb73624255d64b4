// A mail as the product hands it over, and the port it is handed over by.

/** A file that travels with a mail. */
export interface MailFile {
  /** ASCII, as it is saved. */
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

/** One mail. */
export interface Mail {
  /** Names it for good: a mail that is sent again after a lost answer has the same one. ASCII letters, digits, `-`, `.`. */
  id: string;
  /** When it was written, an instant. */
  at: string;
  /** Addresses alone, without names. */
  to: readonly string[];
  subject: string;
  text: string;
  /** The same as a page; "" for a mail of plain text alone. */
  html?: string;
  /** A file for a calendar, with what a calendar is asked to do (RFC 6047); null for none. */
  calendar?: { method: "REQUEST" | "CANCEL"; text: string } | null;
  /** Files of its own beside it. */
  files?: readonly MailFile[];
  /** Where one press ends mails of this kind (RFC 8058), https; "" where there is no choice. */
  unsubscribe?: string;
  /** True for what no person wrote: nobody's absence note answers it (RFC 3834). */
  isAutomatic: boolean;
}

/** What a mail server took over. */
export interface HandedMail {
  /** Recipients it answers for from now on. */
  accepted: readonly string[];
  /** Recipients it will never deliver to. */
  refused: readonly string[];
}

/** Hands mails over for delivery. */
export interface Mailer {
  /** Undefined when the server is left alone for now. Throws GatewayError when it failed; the same mail may be sent again. */
  send(mail: Mail): Promise<HandedMail | undefined>;
}

/** Most recipients of one mail. */
export const MAX_RECIPIENTS = 20;

/** Longest address (RFC 5321, 4.5.3.1.3), in characters. */
const MAX_ADDRESS_LENGTH = 254;

const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** True for an address that is nothing else: no name, no second address, no line of a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}
