// Where alarms go. A company's own receivers may stand in its own network: these addresses come from whoever runs the
// server, never from a form, so that private ones are as good as others.
import { z } from "zod";
import { isLoopback } from "../kernel/loopback.ts";
import { setting } from "../kernel/settings.ts";
import { MAX_RECIPIENTS } from "../mail/mail.ts";
import { mailAddress } from "../mail/settings.ts";
import { parseSentryDsn, type SentryDsn } from "./sentry-dsn.ts";
import { WEBHOOK_FORMATS, type WebhookFormat } from "./webhook-body.ts";

/** Shortest secret, in bytes: as long as the signature. */
const MIN_SECRET_BYTES = 32;

const webhook = z.url({ protocol: /^https?$/, error: "not an http or https address" })
  .refine((text) => URL.parse(text)?.username === "", "it has a user in it")
  .refine((text) => URL.parse(text)?.hash === "", "it has a fragment");

/** As receivers of Standard Webhooks keep it; the prefix says what it is for. */
const secret = z.string().transform((text) => text.replace(/^whsec_/, ""))
  .pipe(z.base64({ abort: true }))
  .transform((text) => Uint8Array.fromBase64(text))
  .refine(({ length }) => length >= MIN_SECRET_BYTES, `under ${MIN_SECRET_BYTES} bytes`);

const recipients = z.string().transform((text) => text.split(","))
  .pipe(z.array(mailAddress).max(MAX_RECIPIENTS, `more than ${MAX_RECIPIENTS} addresses`));

const dsn = z.string().transform((text, context): SentryDsn => {
  const read = parseSentryDsn(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "not a DSN as https://key@host/7" });
  return z.NEVER;
});

/** Settings of this room. */
export const alarmSettings = {
  alarmWebhook: setting<string | undefined>({
    variable: "AVANTI_ALARM_WEBHOOK",
    schema: webhook,
    absent: undefined,
    readme: {
      default: "none",
      means: "where critical failures are posted: a program, Slack, Mattermost …",
    },
  }),
  alarmFormat: setting<WebhookFormat>({
    variable: "AVANTI_ALARM_FORMAT",
    schema: z.string().pipe(z.enum(WEBHOOK_FORMATS)),
    absent: "json",
    readme: { default: "`json`", means: "`teams` for a workflow of Microsoft Teams" },
  }),
  alarmSecret: setting<Uint8Array | undefined>({
    variable: "AVANTI_ALARM_SECRET",
    schema: secret,
    absent: undefined,
    readme: {
      default: "none",
      means:
        "signs what is posted (Standard Webhooks), 32 bytes or more in base64; chat services need none",
    },
  }),
  alarmMail: setting<readonly string[]>({
    variable: "AVANTI_ALARM_MAIL",
    schema: recipients,
    absent: [],
    readme: {
      default: "none",
      means:
        "who is mailed at critical failures, addresses with commas between; needs AVANTI_SMTP and AVANTI_MAIL_FROM",
    },
  }),
  sentryDsn: setting<SentryDsn | undefined>({
    variable: "AVANTI_SENTRY_DSN",
    schema: dsn,
    absent: undefined,
    readme: {
      default: "none",
      means: "where failures are sent without personal data: Sentry, or what takes its envelopes",
    },
  }),
  release: setting<string>({
    variable: "AVANTI_RELEASE",
    schema: z.string().regex(/^[\w.@+-]{1,100}$/, "not a word of letters, digits and . @ + -"),
    absent: "",
    readme: {
      default: "none",
      means: "what Sentry shall call the release that runs: `avanti@1.4.0`",
    },
  }),
} as const;

/** The values this room reads of them, and of others. */
export interface AlarmConfig {
  mode: "local" | "production";
  origin: string;
  alarmWebhook: string | undefined;
  alarmFormat: WebhookFormat;
  alarmSecret: Uint8Array | undefined;
  alarmMail: readonly string[];
  sentryDsn: SentryDsn | undefined;
  release: string;
}

/** True for an address that may be asked in production: encrypted, or on this very machine. */
function isFitForProduction(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isLoopback(hostname);
}

/** What is wrong with addresses that are not fit for it, by the variables they are of; false where nothing is. */
export function unfitAddresses(addresses: Readonly<Record<string, string | undefined>>) {
  const complaint = "neither an https address nor one on this machine";
  return Object.fromEntries(
    Object.entries(addresses).map(([name, url]) =>
      [name, url !== undefined && !isFitForProduction(url) && complaint] as const
    ),
  );
}
