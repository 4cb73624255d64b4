// Rows of the fault matrix: the cache in front.
import { edgePurger } from "../../../lib/edge/purge-gateway.ts";
import { type Row, standIn, web } from "./fault-row.ts";

/** A cache that does as it is told; each question throws something away. */
export function edgeRow(): Row {
  return {
    mayRetry: true,
    ...web(() => Response.json({ success: true, errors: [] })),
    product({ origin, dependencies }) {
      const dependency = dependencies.open({ name: "edge", label: "The edge", mayRetry: true });
      const options = { kind: "cloudflare", url: `${origin}/purge_cache`, token: "t0ken" } as const;
      const purger = edgePurger({ ...options, dependency });
      return async () => await purger.purge(["tariff"]).then(() => true, standIn) === true;
    },
  };
}
