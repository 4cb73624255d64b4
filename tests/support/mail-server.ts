// A real mail server on this machine that keeps what it is given.
import { Buffer } from "node:buffer";
import PostalMime, { type Email } from "npm:postal-mime@4.0.0";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "npm:smtp-server@3.21.6";

/** One mail as it arrived. */
export interface ArrivedMail {
  from: string;
  to: readonly string[];
  /** Whether it came over TLS, and who had signed in, "" when nobody had. */
  isEncrypted: boolean;
  user: string;
  raw: string;
  read: Email;
}

/** A running server. */
export interface MailServer extends AsyncDisposable {
  port: number;
  mails: ArrivedMail[];
}

/** Starts it, at a port of its own unless one is given. By default nobody signs in and nothing is encrypted. */
export async function mailServer(
  options: SMTPServerOptions = {},
  wanted = 0,
): Promise<MailServer> {
  const mails: ArrivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      stream.on("end", () => {
        void arrivedMail(chunks, session).then((mail) => {
          mails.push(mail);
          callback();
        }, callback);
      });
    },
    ...options,
  });
  // What a broken client leaves behind is its own affair.
  server.on("error", () => {});
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(wanted, "127.0.0.1", resolve);
  await promise;
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function arrivedMail(
  chunks: readonly Uint8Array[],
  { envelope: { mailFrom, rcptTo }, secure, user }: SMTPServerSession,
): Promise<ArrivedMail> {
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return {
    from: mailFrom === false ? "" : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    isEncrypted: secure,
    user: String(user ?? ""),
    raw: new TextDecoder().decode(bytes),
    read: await PostalMime.parse(bytes),
  };
}
