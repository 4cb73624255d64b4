// Use case: who is handed something as the product is set up now, host by host, with what was agreed. Pure.
import { PROVIDERS } from "../accounts/identity/provider.ts";
import type { RecipientId } from "../privacy/recipient.ts";
import type { Issuer } from "../accounts/identity/issuer.ts";
import {
  type Agreement,
  KNOWN_PARTIES,
  type ProcessorRole,
  type TransferBasis,
  WAYS_OUT,
} from "./processor.ts";

/** The settings that open ways out. */
export interface OutboundConfig {
  database: string;
  osrmUrl: string | undefined;
  geocoderUrl: string | undefined;
  smtp: { host: string } | undefined;
  mailUrl: string | undefined;
  sms: { url: string } | undefined;
  alarmWebhook: string | undefined;
  sentryDsn: { url: string } | undefined;
  edgeUrl: string | undefined;
  stripeSecretKey: string | undefined;
  stripeUrl: string;
  fortnoxClientId: string | undefined;
  fortnoxUrl: string;
  fortnoxSignInUrl: string;
  cacheTier: string | undefined;
  kmsUrl: string | undefined;
  issuers: readonly Pick<Issuer, "issuer">[];
  googleClientId: string | undefined;
  microsoftClientId: string | undefined;
  facebookClientId: string | undefined;
  githubClientId: string | undefined;
  agreements: readonly Agreement[];
}

/** Somebody who is handed something. */
export interface Processor {
  wayOut: RecipientId;
  role: ProcessorRole;
  host: string;
  /** "" where nobody has written it down. */
  name: string;
  country: string;
  transfer: TransferBasis | null;
  contractDate: string;
  /** What has not been written down although it must be. */
  missing: readonly ("name" | "transfer" | "contract")[];
}

/** Hosts of push services, as browsers name them. */
const PUSH_HOSTS = [
  "fcm.googleapis.com",
  "push.services.mozilla.com",
  "push.apple.com",
  "notify.windows.com",
];

/** Who is handed something. `subscribers` are hosts of webhooks. */
export function listProcessors(
  config: OutboundConfig,
  subscribers: readonly string[],
): Processor[] {
  return WAYS_OUT.flatMap(({ id, role }) =>
    [...new Set(hostsOf(id, config, subscribers))].map((host) => ({
      ...{ wayOut: id, role, host },
      ...agreedWith(role, host, config.agreements),
    }))
  );
}

function hostsOf(
  id: RecipientId,
  config: OutboundConfig,
  subscribers: readonly string[],
): readonly string[] {
  switch (id) {
    case "database":
      return hostOf(config.database);
    case "osrm":
      return hostOf(config.osrmUrl);
    case "geocoder":
      return hostOf(config.geocoderUrl);
    case "mail":
      return [...config.smtp === undefined ? [] : [config.smtp.host], ...hostOf(config.mailUrl)];
    case "sms":
      return hostOf(config.sms?.url);
    case "push":
      return PUSH_HOSTS;
    case "provider":
      return offered(config);
    case "employer-sign-in":
      return config.issuers.flatMap(({ issuer }) => hostOf(issuer));
    case "subscriber":
      return subscribers;
    case "alarm-webhook":
      return hostOf(config.alarmWebhook);
    case "sentry":
      return hostOf(config.sentryDsn?.url);
    case "keys":
      return hostOf(config.kmsUrl);
    case "cache":
      return hostOf(config.cacheTier);
    case "edge":
      return hostOf(config.edgeUrl);
    case "payments":
      return config.stripeSecretKey === undefined ? [] : hostOf(config.stripeUrl);
    case "books":
      return config.fortnoxClientId === undefined
        ? []
        : [config.fortnoxUrl, config.fortnoxSignInUrl].flatMap(hostOf);
    default:
      return id satisfies never;
  }
}

/** The hosts of the providers that have a client. */
function offered(config: OutboundConfig): readonly string[] {
  const clients: Readonly<Record<string, string | undefined>> = {
    google: config.googleClientId,
    microsoft: config.microsoftClientId,
    facebook: config.facebookClientId,
    github: config.githubClientId,
  };
  return PROVIDERS.filter(({ id }) => clients[id] !== undefined)
    .flatMap(({ authorize, token, userInfo }) => [authorize, token, ...userInfo].flatMap(hostOf));
}

/** The host of an address; none of a file, or of nothing. */
function hostOf(address: string | undefined): readonly string[] {
  const url = URL.parse(address ?? "");
  return url !== null && /^(https?|rediss?):$/.test(url.protocol) ? [url.hostname] : [];
}

function agreedWith(role: ProcessorRole, host: string, agreements: readonly Agreement[]) {
  const known = KNOWN_PARTIES.find(({ ending }) => host === ending || host.endsWith(`.${ending}`));
  const agreed = agreements.find((one) => one.host === host);
  const name = agreed?.name ?? known?.name ?? "";
  const transfer = agreed?.transfer ?? null;
  const contractDate = agreed?.contractDate ?? "";
  const missing = [
    ...name === "" ? ["name" as const] : [],
    ...transfer === null ? ["transfer" as const] : [],
    // Who decides for themselves needs no contract of Art. 28.
    ...role === "processor" && contractDate === "" ? ["contract" as const] : [],
  ];
  return {
    name,
    country: agreed?.country ?? known?.country ?? "",
    transfer,
    contractDate,
    missing,
  };
}
