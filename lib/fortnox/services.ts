// The services of this room: links to Fortnox, and Fortnox itself where the product is known there.
import type { Clock } from "../kernel/clock.ts";
import { paths } from "../kernel/paths.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import { FortnoxGateway } from "./fortnox-gateway.ts";
import { LinkStore } from "./link-store.ts";
import type { FortnoxConfig } from "./settings.ts";

/** What this room gives to those above it. */
export interface FortnoxServices {
  /** Null where the settings do not say with what the product is known there. */
  fortnox: FortnoxGateway | null;
  fortnoxLinks: LinkStore;
}

interface FortnoxParts {
  db: Database;
  clock: Clock;
  dependencies: Dependencies;
  config: FortnoxConfig & { origin: string };
}

/** Composes the room's services. */
export function fortnoxServices(below: FortnoxParts): FortnoxServices {
  return { fortnox: gatewayOf(below), fortnoxLinks: new LinkStore(below) };
}

function gatewayOf({ config, dependencies, clock }: FortnoxParts): FortnoxGateway | null {
  const { fortnoxClientId: clientId, fortnoxClientSecret: clientSecret } = config;
  if (clientId === undefined || clientSecret === undefined) return null;
  const { fortnoxUrl: apiUrl, fortnoxSignInUrl: signInUrl, origin } = config;
  const returnUrl = origin + paths.fortnoxReturn();
  // Asked once: a token is used once, and a voucher that was added twice stands there twice.
  const dependency = dependencies.open({ name: "fortnox", label: "Fortnox", mayRetry: false });
  const account = { clientId, clientSecret, apiUrl, signInUrl, returnUrl };
  return new FortnoxGateway({ account, dependency, clock });
}
