// The services of this room: who hands text messages over, when the settings name a service, and what became of them.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { paths } from "../kernel/paths.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { DependencyState } from "../resilience/dependency.ts";
import { elksSender } from "./elks-gateway.ts";
import { reportToken } from "./report-token.ts";
import { sendSms } from "./send-sms.ts";
import type { SmsConfig } from "./settings.ts";
import type { Sms, SmsDelivery } from "./sms.ts";
import { SmsStore } from "./sms-store.ts";

/** A service that is set. */
export interface SmsService {
  /** Its host, for people. */
  readonly host: string;
  /** Never throws for what is the service's fault. */
  send(sms: Sms): Promise<SmsDelivery>;
  state(): DependencyState;
}

/** What this room gives to those above it. */
export interface SmsServices {
  /** Null without a service in the settings. */
  sms: SmsService | null;
  smsStore: SmsStore;
}

/** What the room stands on. */
export interface SmsParts {
  config: SmsConfig;
  dependencies: Dependencies;
  db: Database;
  clock: Clock;
  log: Logger;
  reportKey: CryptoKey;
}

/** Composes the room's services. */
export function smsServices(parts: SmsParts): SmsServices {
  const { config, dependencies, reportKey } = parts;
  const smsStore = new SmsStore(parts);
  const { sms: account, smsFrom: from, smsPrices: prices, smsDayOre: dayOre, origin } = config;
  if (account === undefined) return { sms: null, smsStore };
  // A message whose answer was lost may have been taken: whoever sends it again does so later, knowingly.
  const dependency = dependencies.open({ name: "sms", label: "SMS", mayRetry: false });
  const deps = {
    ...{ ...parts, smsStore, prices, dayOre, send: elksSender({ account, from, dependency }) },
    reportUrl: async (id: string) =>
      origin.startsWith("https:")
        ? origin + paths.api.smsReport(await reportToken(reportKey, id))
        : null,
  };
  const send = (sms: Sms) => sendSms(deps, sms);
  return {
    smsStore,
    sms: { send, host: new URL(account.url).host, state: () => dependency.state() },
  };
}
