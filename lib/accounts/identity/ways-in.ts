// The ways in by others that the settings name.
import type { SettingValues } from "../../kernel/settings.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { RandomBytes } from "../../kernel/ids.ts";
import type { Dependencies } from "../../resilience/dependencies.ts";
import type { accountSettings } from "../settings.ts";
import { oidcWayIn } from "./oidc-gateway.ts";
import { PROVIDERS } from "./provider.ts";
import { providerWayIn } from "./provider-gateway.ts";
import type { FlowRows } from "./sign-in-flows.ts";
import type { WayIn } from "./way-in.ts";

/** The settings this reads. */
export type WaysConfig = Readonly<SettingValues<typeof accountSettings>> & { origin: string };

/** What they stand on. */
export interface WaysBelow {
  config: WaysConfig;
  dependencies: Pick<Dependencies, "open">;
  flows: FlowRows;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Those for customers first. A provider without both id and secret is not offered. */
export function waysIn(below: WaysBelow): WayIn[] {
  return [...providerWays(below), ...issuerWays(below)];
}

function issuerWays({ config, dependencies, ...below }: WaysBelow): WayIn[] {
  return config.issuers.map((issuer) => {
    // A code is good for one question.
    const options = { name: "provider", label: issuer.label, mayRetry: false } as const;
    const dependency = dependencies.open(options);
    return oidcWayIn({ ...below, issuer, origin: config.origin, dependency });
  });
}

function providerWays({ config, dependencies, flows }: WaysBelow): WayIn[] {
  return PROVIDERS.flatMap((provider): WayIn[] => {
    const clientId = config[`${provider.id}ClientId`];
    const clientSecret = config[`${provider.id}ClientSecret`];
    if (clientId === undefined || clientSecret === undefined) return [];
    const client = { clientId, clientSecret };
    const options = { name: "provider", label: provider.label, mayRetry: false } as const;
    const dependency = dependencies.open(options);
    return [providerWayIn({ provider, client, origin: config.origin, flows, dependency })];
  });
}
