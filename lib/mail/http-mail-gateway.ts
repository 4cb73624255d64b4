// Hands mails to a service that takes them over HTTP, for machines that reach no mail server: one POST a mail, in JSON.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { HandedMail, Mail, Mailer } from "./mail.ts";
import { hostOf, mailHeaders, type Sender } from "./write-mail.ts";

/** What handing mails over needs. */
export interface HttpMailOptions {
  url: string;
  /** Sent as a bearer token. */
  token: string;
  from: Sender;
  dependency: Pick<Dependency, "ask">;
}

/** How long the service may take, in milliseconds. */
const TIMEOUT_MS = 20_000;
/** Most bytes of an answer that are read. */
const MAX_ANSWER_BYTES = 65_536;

/** Hands mails to one service. */
export function httpMailer({ url, token, from, dependency }: HttpMailOptions): Mailer {
  return {
    send(mail) {
      const body = JSON.stringify(mailAsJson(mail, from));
      const headers = {
        "content-type": "application/json",
        "user-agent": "Avanti",
        authorization: `Bearer ${token}`,
        // Who takes a mail twice knows it by this.
        "idempotency-key": mail.id,
      };
      const bounds = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES };
      const read = ({ status }: { status: number }) => handed(mail, status);
      return dependency.ask({ url, body, headers, ...bounds, read });
    },
  };
}

/** What is posted: what most services take, or a few lines of anybody's turn into what theirs takes. */
function mailAsJson(mail: Mail, from: Sender) {
  const { id, at, to, subject, text, html = "", calendar = null, files = [] } = mail;
  const invitation = calendar === null ? [] : [{
    filename: "avanti.ics",
    contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
    content: new TextEncoder().encode(calendar.text).toBase64(),
  }];
  return {
    ...{ id, at, from, to, subject, text },
    ...(html === "" ? {} : { html }),
    headers: { "Message-ID": `<${id}@${hostOf(from)}>`, ...mailHeaders(mail) },
    attachments: [
      ...invitation,
      ...files.map(({ name: filename, type: contentType, bytes }) => ({
        ...{ filename, contentType, content: bytes.toBase64() },
      })),
    ],
  };
}

/** Taken, or never to be: a status of 400 to 499 says no to this mail, and a wrong token is a failure of the service. */
function handed({ to }: Mail, status: number): HandedMail {
  if (status >= 200 && status < 300) return { accepted: to, refused: [] };
  if (status === 401 || status === 403) {
    throw new GatewayError("smtp", `Mail service status ${status}`, true);
  }
  return { accepted: [], refused: to };
}
