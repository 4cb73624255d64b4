// A way to ask a service that a test runs on this machine: once, over connections of its own, never left alone yet.
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import type { DependencyName } from "../../lib/resilience/dependency.ts";
import type { AskOutside } from "../../lib/resilience/download.ts";
import { keptLog } from "./kept-log.ts";

const LABELS: Readonly<Record<DependencyName, string>> = {
  osrm: "OSRM",
  geocoder: "Geocoder",
  webhook: "Webhook",
  smtp: "SMTP",
  sentry: "Sentry",
  sms: "SMS",
  provider: "Provider",
  subscriber: "Webhook",
  push: "Push",
  kms: "KMS",
  edge: "The edge",
  stripe: "Stripe",
  fortnox: "Fortnox",
};

/** Asks a service under its name, a new one each time. */
export function askOutside(name: DependencyName): AskOutside {
  return async (question) => {
    using dependencies = new Dependencies({ log: keptLog().log });
    const { ask } = dependencies.open({ name, label: LABELS[name], mayRetry: false });
    return await ask(question);
  };
}
