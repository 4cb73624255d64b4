// The settings of one process: the rows of every room, read once from the environment. Nothing else looks at it.
import { z } from "zod";
import { accountSettings } from "../accounts/settings.ts";
import { alarmSettings, unfitAddresses } from "../alarms/settings.ts";
import { httpOutSettings } from "../http-out/settings.ts";
import { cacheSettings } from "../cache/settings.ts";
import { edgeSettings } from "../edge/settings.ts";
import { bookingSettings } from "../booking/settings.ts";
import { settlementSettings } from "../settlement/settings.ts";
import { bookkeepingSettings } from "../bookkeeping/settings.ts";
import { fortnoxSettings } from "../fortnox/settings.ts";
import { invoicingSettings } from "../invoicing/settings.ts";
import { LOG_LEVELS, type LogLevel } from "../kernel/log.ts";
import { ConfigError, readSettings, setting, type SettingValues } from "../kernel/settings.ts";
import { checkoutSettings } from "../checkout/settings.ts";
import { complianceSettings } from "../compliance/settings.ts";
import { kvSettings } from "../kv/settings.ts";
import { mailSettings } from "../mail/settings.ts";
import { keysMissing, paymentSettings } from "../payments/settings.ts";
import { placesSettings } from "../places/settings.ts";
import { resilienceSettings } from "../resilience/settings.ts";
import { retentionSettings } from "../retention/settings.ts";
import { routingSettings } from "../routing/settings.ts";
import { smsSettings } from "../sms/settings.ts";
import { isGuessable } from "../security/guessable.ts";
import { securitySettings } from "../security/settings.ts";

/** `local` makes demo values and says so; `production` refuses to start without its secrets. */
const mode = z.enum(["local", "production"]);

/** More stand in front of nobody's product. */
const MAX_PROXIES = 5;
const proxies = z.string().regex(/^\d$/, "not a number of proxies").transform(Number)
  .pipe(z.int().max(MAX_PROXIES, `more than ${MAX_PROXIES} proxies`));

const logLevel = z.string().pipe(z.enum(LOG_LEVELS));

const port = z.string().regex(/^\d{1,5}$/, "not a port number").transform(Number)
  .pipe(z.int().max(65_535, "not a port number"));

/** An address without path, as browsers send it: `https://AVANTI.example:443/` is `https://avanti.example`. */
const origin = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const wrong = complaintAbout(url);
  if (url !== null && wrong === null) return url.origin;
  context.addIssue({ code: "custom", message: wrong ?? "not an address" });
  return z.NEVER;
});

/** Every setting, in the order of the README. */
export const SETTINGS = {
  mode: setting<z.infer<typeof mode>>({
    variable: "AVANTI_MODE",
    schema: mode as z.ZodType<z.infer<typeof mode>, string>,
    absent: "local",
    readme: { default: "`local`", means: "`local` or `production`" },
  }),
  host: setting({
    variable: "AVANTI_HOST",
    schema: z.string(),
    absent: "127.0.0.1",
    readme: { default: "`127.0.0.1`", means: "where the server listens" },
  }),
  port: setting({
    variable: "PORT",
    schema: port,
    absent: 8000,
    readme: { default: "`8000`", means: "on which port" },
  }),
  origin: setting<string | undefined>({
    variable: "AVANTI_ORIGIN",
    schema: origin,
    absent: undefined,
    isRequiredInProduction: true,
    readme: {
      default: "`http://localhost:8000`",
      means: "where people reach the product, without a path; required in production",
    },
  }),
  proxies: setting({
    variable: "AVANTI_PROXIES",
    schema: proxies,
    absent: 0,
    readme: {
      default: "`0`",
      means: "how many proxies of yours stand in front, each adding to `X-Forwarded-For`",
    },
  }),
  ...securitySettings,
  ...kvSettings,
  ...cacheSettings,
  ...routingSettings,
  ...retentionSettings,
  ...placesSettings,
  ...resilienceSettings,
  ...httpOutSettings,
  ...bookingSettings,
  ...bookkeepingSettings,
  ...settlementSettings,
  ...fortnoxSettings,
  ...mailSettings,
  ...smsSettings,
  ...accountSettings,
  ...alarmSettings,
  ...complianceSettings,
  ...{ ...edgeSettings, ...paymentSettings, ...checkoutSettings, ...invoicingSettings },
  logLevel: setting<LogLevel>({
    variable: "AVANTI_LOG_LEVEL",
    schema: logLevel,
    absent: "info",
    readme: {
      default: "`info`",
      means: "the least that is logged: `debug`, `info`, `warn` or `error`",
    },
  }),
} as const;

/** The settings, frozen. `origin` is where people reach the product; links are built on it. */
export type Config = Readonly<Omit<Values, "origin"> & { origin: string }>;

type Values = SettingValues<typeof SETTINGS>;

/** Parses the environment. Throws ConfigError that names every variable that is wrong or missing. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values = readSettings(SETTINGS, environment, ({ mode }) => mode === "production");
  const unfit = [
    ...missingBeside(values),
    ...keyComplaints(values),
    ...keysMissing(values),
    ...(values.mode === "production" ? unfitForProduction(values) : []),
  ];
  if (unfit.length > 0) throw new ConfigError(unfit.join("\n"));
  return Object.freeze({ ...values, origin: values.origin ?? `http://localhost:${values.port}` });
}

/** What one setting needs of others. */
function missingBeside(
  { alarmMail, smtp, mailFrom, mailUrl, mailToken, edge, edgeUrl, edgeToken }: Values,
): string[] {
  const complaints: string[] = [];
  const hasMail = (smtp !== undefined || mailUrl !== undefined) && mailFrom !== undefined;
  if (alarmMail.length > 0 && !hasMail) {
    complaints.push("AVANTI_ALARM_MAIL cannot be used: it needs AVANTI_SMTP and AVANTI_MAIL_FROM");
  }
  if (mailUrl !== undefined && (mailToken === undefined || mailFrom === undefined)) {
    complaints.push(
      "AVANTI_MAIL_URL cannot be used: it needs AVANTI_MAIL_TOKEN and AVANTI_MAIL_FROM",
    );
  }
  if (edge !== undefined && (edgeUrl === undefined || (edge !== "varnish" && !edgeToken))) {
    const others = edge === "varnish" ? "AVANTI_EDGE_URL" : "AVANTI_EDGE_URL and AVANTI_EDGE_TOKEN";
    complaints.push(`AVANTI_EDGE cannot be used: ${edge} needs ${others}`);
  }
  return complaints;
}

/** Key-encryption keys come from one source: of two nobody knows which one counts. */
function keyComplaints({ keks, keksFile, kmsUrl, kmsToken }: Values): string[] {
  const sources = Object.entries({
    AVANTI_KEKS: keks,
    AVANTI_KEKS_FILE: keksFile,
    AVANTI_KMS_URL: kmsUrl,
  }).flatMap(([variable, value]) => value === undefined ? [] : [variable]);
  const complaints: string[] = [];
  if (sources.length > 1) {
    complaints.push(`${sources.join(", ")} cannot be used together: keep one of them`);
  }
  if (kmsUrl !== undefined && kmsToken === undefined) {
    complaints.push("AVANTI_KMS_URL cannot be used: it needs AVANTI_KMS_TOKEN");
  }
  return complaints;
}

/** What is right on a developer's machine and dangerous with real people, one line a variable. */
function unfitForProduction(
  values: SettingValues<typeof SETTINGS>,
): string[] {
  const {
    origin,
    secret,
    database,
    alarmWebhook,
    alarmSecret,
    sentryDsn,
    openHosts,
    sms,
    mailUrl,
    keks,
    kmsUrl,
    edgeUrl,
    stripeUrl,
    fortnoxUrl,
    fortnoxSignInUrl,
  } = values;
  const complaints = {
    AVANTI_ORIGIN: origin !== undefined && !origin.startsWith("https:") &&
      "not an https address: names and links would travel in the clear",
    AVANTI_SECRET: secret !== undefined && isGuessable(secret) &&
      "not random: make one by `openssl rand -base64 32`",
    AVANTI_ALARM_SECRET: alarmSecret !== undefined && isGuessable(alarmSecret.toBase64()) &&
      "not random: make one by `openssl rand -base64 32`",
    AVANTI_KEKS: [...keks?.keys.values() ?? []].some((key) => isGuessable(key.toBase64())) &&
      "not random: make each by `openssl rand -base64 32`",
    ...unfitAddresses({
      ...{ AVANTI_MAIL_URL: mailUrl, AVANTI_KMS_URL: kmsUrl, AVANTI_EDGE_URL: edgeUrl },
      ...{ AVANTI_STRIPE_URL: stripeUrl, AVANTI_FORTNOX_URL: fortnoxUrl },
      ...{ AVANTI_FORTNOX_SIGN_IN_URL: fortnoxSignInUrl, AVANTI_ALARM_WEBHOOK: alarmWebhook },
      ...{ AVANTI_SENTRY_DSN: sentryDsn?.url, AVANTI_SMS: sms?.url },
    }),
    AVANTI_OPEN_HOSTS: openHosts.length > 0 && "what others name must not lead inside",
    AVANTI_DATABASE: database === ":memory:" && "bookings in memory are gone with the process",
  };
  return Object.entries(complaints).flatMap(([variable, complaint]) =>
    complaint === false ? [] : [`${variable} cannot be used in production: ${complaint}`]
  );
}

/** Makes this process one of production unless its environment says otherwise: a forgotten mode is the safe one. */
export function productionByDefault(): void {
  if (!Deno.env.get(SETTINGS.mode.variable)) Deno.env.set(SETTINGS.mode.variable, "production");
}

/** Settings a script decides for this process. */
export function decideSettings(environment: Readonly<Record<string, string>>): void {
  for (const [variable, text] of Object.entries(environment)) Deno.env.set(variable, text);
}

/** The environment of this process. */
export function processEnvironment(): Record<string, string> {
  return Deno.env.toObject();
}

/** True when cookies may carry the Secure flag: people reach the product over https. */
export function secureCookies({ origin }: Pick<Config, "origin">): boolean {
  return origin.startsWith("https:");
}

/** Why an address cannot be the product's origin, or null. */
function complaintAbout(url: URL | null): string | null {
  if (url === null || !/^https?:$/.test(url.protocol)) return "not an http or https address";
  if (url.username !== "" || url.password !== "") return "it has a user in it";
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return "it has a path; the product stands at the root of its host";
  }
  return null;
}
