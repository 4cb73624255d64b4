// The services of this room: who hands mails over, when the settings name a server.
import type { Dependencies } from "../resilience/dependencies.ts";
import type { DependencyState } from "../resilience/dependency.ts";
import { httpMailer } from "./http-mail-gateway.ts";
import type { Mail, Mailer } from "./mail.ts";
import { mustEncrypt } from "./settings.ts";
import type { SmtpServer } from "./smtp-gateway.ts";

/** The settings this room reads. */
export interface MailConfig {
  mode: "local" | "production";
  smtp: SmtpServer | undefined;
  mailFrom: string | undefined;
  /** A service that takes mails over HTTP, and what it knows us by; used when both are set. */
  mailUrl?: string | undefined;
  mailToken?: string | undefined;
}

/** A mail server that is set. */
export interface MailService extends Mailer {
  /** Its host, for people. */
  readonly host: string;
  state(): DependencyState;
}

/** Composes the room's services; without a server and an address to send from there is no mail. */
export function mailServices(
  { config: { mode, smtp: server, mailFrom, mailUrl, mailToken }, dependencies }: {
    config: MailConfig;
    dependencies: Dependencies;
  },
): { mail: MailService | null } {
  if (mailFrom === undefined) return { mail: null };
  const from = { address: mailFrom, name: "Avanti" };
  if (mailUrl !== undefined && mailToken !== undefined) {
    // The job that hands a mail over tries again, with longer pauses.
    const dependency = dependencies.open({ name: "smtp", label: "Mail service", mayRetry: false });
    const { send } = httpMailer({ url: mailUrl, token: mailToken, from, dependency });
    return { mail: { send, host: new URL(mailUrl).host, state: () => dependency.state() } };
  }
  if (server === undefined) return { mail: null };
  // A mail whose answer was lost may have been taken: whoever sends it again does so later, knowingly.
  const dependency = dependencies.open({ name: "smtp", label: "SMTP", mayRetry: false });
  const options = {
    server,
    from,
    use: dependency.use,
    mustEncrypt: mustEncrypt(server, mode),
  };
  // Not for those without mail: it costs 40 ms and 15 MB. But at once, while its files are surely there.
  const mailer = import("./smtp-gateway.ts").then(({ smtpMailer }) => smtpMailer(options));
  const send = async (mail: Mail) => await (await mailer).send(mail);
  return { mail: { send, host: server.host, state: () => dependency.state() } };
}
