// What operators see of the ways alarms go: where each leads, whether it is used, how it went last. Never a secret.
import type { AlarmOutlet, OutletName } from "../alarms/outlet.ts";
import { type OutletResult, withNews } from "../alarms/outlet-result.ts";
import type { OutletStore } from "../alarms/outlet-store.ts";
import type { SentryOutlet } from "../alarms/sentry-gateway.ts";
import type { CircuitWord } from "../resilience/circuit.ts";

/** One of them. */
export interface OutletView {
  name: OutletName;
  host: string;
  state: CircuitWord;
  /** How it went last, or null when nothing was ever sent there. */
  result: OutletResult | null;
  /** Failures that wait in memory, and those that were dropped since the server began. */
  waiting: number;
  dropped: number;
}

/** True when what was sent there last was taken. */
export function wasAccepted({ result }: Pick<OutletView, "result">): boolean {
  if (result === null || result.acceptedAt === null) return false;
  return result.failedAt === null || result.acceptedAt > result.failedAt;
}

/** Those that are set. */
export async function viewOutlets(
  { outlets, outletStore, sentry }: {
    outlets: readonly AlarmOutlet[];
    outletStore: OutletStore;
    sentry: SentryOutlet | null;
  },
): Promise<OutletView[]> {
  if (outlets.length === 0) return [];
  const results = await outletStore.list();
  return outlets.map((outlet) => {
    const { name, host } = outlet;
    const known = { name, host, state: outlet.state().state };
    const result = results.find((one) => one.outlet === name && one.host === host) ?? null;
    if (name !== "sentry" || sentry === null) return { ...known, result, waiting: 0, dropped: 0 };
    const { waiting, dropped } = sentry;
    return { ...known, result: withNews(result, sentry.result), waiting, dropped };
  });
}
