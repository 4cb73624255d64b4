// Which server mails are handed to, and who they come from.
import { z } from "zod";
import { isLoopback } from "../kernel/loopback.ts";
import { setting } from "../kernel/settings.ts";
import { isMailAddress } from "./mail.ts";
import type { SmtpServer } from "./smtp-gateway.ts";

const SUBMISSION_PORT = 587;
const SUBMISSIONS_PORT = 465;

const smtp = z.string().transform((text, context): SmtpServer => {
  const url = URL.parse(text);
  const wrong = complaintAbout(url);
  if (url !== null && wrong === null) return serverOf(url);
  context.addIssue({ code: "custom", message: wrong ?? "not an address" });
  return z.NEVER;
});

/** An address of a mail, and nothing beside it. */
export const mailAddress = z.string().trim().refine(isMailAddress, "not a mail address");

/** Settings of this room. */
export const mailSettings = {
  smtp: setting<SmtpServer | undefined>({
    variable: "AVANTI_SMTP",
    schema: smtp,
    absent: undefined,
    readme: {
      default: "none",
      means:
        "the mail server, `smtps://user:password@host:465` or `smtp://…:587`, which is then encrypted before anything is said",
    },
  }),
  mailFrom: setting<string | undefined>({
    variable: "AVANTI_MAIL_FROM",
    schema: mailAddress,
    absent: undefined,
    readme: { default: "none", means: "the address mails come from" },
  }),
  mailUrl: setting<string | undefined>({
    variable: "AVANTI_MAIL_URL",
    schema: z.url({ protocol: /^https?$/, error: "not an http or https address" })
      .refine((text) => URL.parse(text)?.username === "", "it has a user in it"),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "a service that takes mails over HTTP, in the place of AVANTI_SMTP; needs AVANTI_MAIL_TOKEN",
    },
  }),
  mailToken: setting<string | undefined>({
    variable: "AVANTI_MAIL_TOKEN",
    schema: z.string().regex(/^[\x21-\x7e]{1,1000}$/, "not a token of printable ASCII"),
    absent: undefined,
    readme: { default: "none", means: "the bearer token that service knows the product by" },
  }),
} as const;

/** False for a developer's own mail server on this machine, which has no certificate. */
export function mustEncrypt(server: SmtpServer, mode: "local" | "production"): boolean {
  return mode === "production" || !isLoopback(server.host);
}

function complaintAbout(url: URL | null): string | null {
  if (url === null || !/^smtps?:$/.test(url.protocol)) return "not an smtp or smtps address";
  if (url.hostname === "") return "it names no host";
  if (!/^\/?$/.test(url.pathname) || url.search !== "" || url.hash !== "") {
    return "it has more than user, password, host and port";
  }
  return (url.username === "") === (url.password === "") ? null : "user or password is missing";
}

function serverOf(url: URL): SmtpServer {
  const isTlsFromStart = url.protocol === "smtps:";
  const usual = isTlsFromStart ? SUBMISSIONS_PORT : SUBMISSION_PORT;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase(),
    port: url.port === "" ? usual : Number(url.port),
    isTlsFromStart,
    user: decoded(url.username),
    password: decoded(url.password),
  };
}

/** As `decodeURIComponent`, and what is no code stays as it is. */
function decoded(part: string): string {
  return new URLSearchParams(`part=${part.replaceAll("+", "%2B")}`).get("part") ?? "";
}
