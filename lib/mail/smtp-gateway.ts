// Hands mails to a mail server by SMTP, over a connection of their own each: encrypted, bounded in time, and left alone
// while the server is down.
import { Buffer } from "node:buffer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { AttemptFailure, type FailedOutcome } from "../resilience/attempt-failure.ts";
import type { UseOutside } from "../resilience/dependency.ts";
import type { Asked } from "../resilience/download.ts";
import type { HandedMail, Mail, Mailer } from "./mail.ts";
import { hostOf, type Sender, writeMail } from "./write-mail.ts";

/** A mail server. */
export interface SmtpServer {
  host: string;
  port: number;
  /** From the first byte; otherwise the connection is upgraded (STARTTLS) before anything is said. */
  isTlsFromStart: boolean;
  /** "" where nobody signs in. */
  user: string;
  password: string;
}

/** What handing mails over needs. */
export interface SmtpOptions {
  server: SmtpServer;
  from: Sender;
  use: UseOutside;
  /** False on a developer's own machine alone: then a connection may stay unencrypted. */
  mustEncrypt: boolean;
  /** Authority that signed the server's certificate, PEM; those of the machine otherwise. */
  authority?: string;
}

/** How long a mail may take, sign-in and goodbye included, in milliseconds. */
export const SMTP_TIMEOUT_MS = 20_000;

/** Longest answer of a server that is read, in bytes. */
const MAX_REPLY_BYTES = 16_384;

/** Hands mails to one server. */
export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    async send(mail) {
      const bytes = await writeMail(mail, options.from);
      return await options.use(
        { timeoutMs: SMTP_TIMEOUT_MS },
        (asked) => handOver(options, asked, mail, bytes),
      );
    },
  };
}

async function handOver(
  options: SmtpOptions,
  asked: Asked,
  { to }: Mail,
  bytes: Uint8Array,
): Promise<HandedMail> {
  const { server: { user, password }, from } = options;
  const session = openSession(options, asked.deadline);
  try {
    await session.step<unknown>((connection, done) => connection.connect(done));
    if (user !== "") {
      const auth = { user, pass: password };
      await session.step<unknown>((connection, done) => connection.login(auth, done));
    }
    const envelope = { from: from.address, to: [...to], size: bytes.length };
    const info = await session.step<{ rejected: string[] }>((connection, done) =>
      connection.send(envelope, Buffer.from(bytes), done)
    );
    const rejected = info?.rejected ?? [];
    return { accepted: to.filter((one) => !rejected.includes(one)), refused: rejected };
  } catch (error) {
    if (areAllRefused(error)) return { accepted: [], refused: [...to] };
    throw failureOf(error, asked);
  } finally {
    await session.end();
  }
}

/** Calls back once, with what became of a step. */
type Done<Result> = (error?: Error | null, result?: Result) => void;

/** A connection whose steps end with an answer, with its loss, or when the time is over. */
function openSession(options: SmtpOptions, deadline: AbortSignal) {
  const connection = new SMTPConnection(connectionOptions(options));
  const ended = new Promise<void>((resolve) => connection.once("end", () => resolve()));
  // What breaks between two steps is heard by the next one.
  connection.on("error", () => {});
  const onDeadline = () => connection.close();
  deadline.addEventListener("abort", onDeadline);
  return {
    async step<Result>(begin: (connection: SMTPConnection, done: Done<Result>) => void) {
      deadline.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<Result | undefined>();
      const onAbort = () => reject(deadline.reason);
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("The connection ended")));
      deadline.addEventListener("abort", onAbort, { once: true });
      begin(connection, (error, result) => {
        if (error) reject(error);
        else resolve(result);
      });
      return await promise.finally(() => {
        deadline.removeEventListener("abort", onAbort);
        connection.off("error", reject);
      });
    },
    /** Says goodbye where somebody still listens. */
    async end() {
      if (!deadline.aborted && connection.stage === "connected") {
        connection.quit();
        await ended;
      }
      deadline.removeEventListener("abort", onDeadline);
      connection.close();
    },
  };
}

function connectionOptions({ server, from, mustEncrypt, authority }: SmtpOptions) {
  return {
    host: server.host,
    port: server.port,
    secure: server.isTlsFromStart,
    requireTLS: mustEncrypt && !server.isTlsFromStart,
    // The name of this machine is nobody's business.
    name: hostOf(from),
    tls: { minVersion: "TLSv1.2" as const, ...(authority === undefined ? {} : { ca: authority }) },
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
    socketCloseTimeout: 0,
    maxResponseSize: MAX_REPLY_BYTES,
  };
}

/** What the library knows of a failure; its words may quote an address, so that only these are passed on. */
interface SmtpFacts {
  name?: string;
  code?: unknown;
  /** What the socket or its encryption said. */
  originalCode?: unknown;
  responseCode?: unknown;
  rejected?: unknown;
}

function factsOf(error: unknown): SmtpFacts {
  return error instanceof Error ? error : {};
}

/** The server is well, and will never deliver to any of them: that is an answer. */
function areAllRefused(error: unknown): boolean {
  const { responseCode, rejected } = factsOf(error);
  return Array.isArray(rejected) && Number(responseCode) >= 500;
}

function failureOf(error: unknown, { gateway, label, deadline }: Asked): AttemptFailure {
  const { code, originalCode, responseCode } = factsOf(error);
  const status = Number(responseCode) || 0;
  const word = String(originalCode ?? code ?? "cut off");
  const outcome = deadline.aborted ? "slow" : outcomeOf(word, status);
  return new AttemptFailure(gateway, outcome, `${label} ${status > 0 ? `status ${status}` : word}`);
}

function outcomeOf(code: string, status: number): FailedOutcome {
  if (status >= 500) return "failing";
  if (status >= 400) return "busy";
  if (code === "ETIMEDOUT") return "slow";
  if (code === "EPROTOCOL") return "unreadable";
  // It is there, and not to be trusted, or not with a password.
  return /TLS|SSL|CERT|VERIFY|AUTH/.test(code) ? "failing" : "unreachable";
}
