// The services of this room: the outlets the settings ask for, and what became of messages there.
import type { IncidentLog } from "../incidents/incident-log.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import type { MailService } from "../mail/services.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import { mailOutlet } from "./mail-outlet.ts";
import type { AlarmOutlet } from "./outlet.ts";
import { OutletStore } from "./outlet-store.ts";
import { SentryOutlet } from "./sentry-gateway.ts";
import type { AlarmConfig } from "./settings.ts";
import { UnwrittenAlarms } from "./unwritten-alarms.ts";
import { webhookOutlet } from "./webhook-gateway.ts";

/** What this room gives to those above it. */
export interface AlarmServices {
  /** Those that are set. */
  outlets: readonly AlarmOutlet[];
  /** One of them, or null. */
  sentry: SentryOutlet | null;
  outletStore: OutletStore;
  unwritten: UnwrittenAlarms;
}

/** What the room stands on. */
export interface AlarmParts {
  config: AlarmConfig;
  dependencies: Dependencies;
  mail: MailService | null;
  incidents: IncidentLog;
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Composes the room's services; from here on failures go to Sentry when it is set. */
export function alarmServices(parts: AlarmParts): AlarmServices {
  const sentry = sentryOf(parts);
  if (sentry !== null) parts.incidents.onFailure((one, error) => sentry.note(one, error));
  const outlets = [webhookOf(parts), mailOf(parts), sentry].filter((one) => one !== null);
  const unwritten = new UnwrittenAlarms({ ...parts, outlets });
  return { outlets, sentry, unwritten, outletStore: new OutletStore(parts) };
}

function webhookOf({ config, dependencies, clock }: AlarmParts): AlarmOutlet | null {
  const { alarmWebhook: url, alarmFormat: format, alarmSecret: secret, origin } = config;
  if (url === undefined) return null;
  // The job that sends it tries again, with longer pauses.
  const dependency = dependencies.open({ name: "webhook", label: "Webhook", mayRetry: false });
  return webhookOutlet({ url, format, secret, origin, clock, dependency });
}

function mailOf({ config: { alarmMail: to, origin }, mail }: AlarmParts): AlarmOutlet | null {
  return to.length === 0 || mail === null ? null : mailOutlet({ to, origin, mail });
}

function sentryOf({ config, dependencies, clock, randomBytes }: AlarmParts): SentryOutlet | null {
  const { sentryDsn: dsn, mode: environment, release } = config;
  if (dsn === undefined) return null;
  const dependency = dependencies.open({ name: "sentry", label: "Sentry", mayRetry: false });
  const now = () => dependencies.now();
  return new SentryOutlet({
    ...{ dsn, scene: { environment, release }, clock, randomBytes, dependency, now },
  });
}
