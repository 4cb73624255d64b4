// The services of this room: whoever is told what the cache in front has to throw away, when the settings name one.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import { edgePurger } from "./purge-gateway.ts";
import type { EdgeConfig } from "./settings.ts";
import { EdgeTeller, type TellEdgeDeps } from "./tell-edge.ts";

/** What this room gives to those above it. */
export interface EdgeServices {
  /** Null without a cache in front. */
  edgeTeller: EdgeTeller | null;
}

/** What the room stands on. */
export interface EdgeParts {
  config: EdgeConfig;
  dependencies: Dependencies;
  db: Database;
  clock: Clock;
  log: Logger;
  tariffs: TellEdgeDeps["tariffs"];
  landmarks: TellEdgeDeps["landmarks"];
}

/** Composes the room's services. */
export function edgeServices({ config, dependencies, ...parts }: EdgeParts): EdgeServices {
  const { edge: kind, edgeUrl: url, edgeToken: token } = config;
  if (kind === undefined || url === undefined) return { edgeTeller: null };
  const dependency = dependencies.open({ name: "edge", label: "The edge", mayRetry: true });
  const purger = edgePurger({ kind, url, token, dependency });
  return { edgeTeller: new EdgeTeller({ ...parts, purger, now: () => dependencies.now() }) };
}
