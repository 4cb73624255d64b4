// The accountant's pages as they show what somebody wrote.
import type { Services } from "../../lib/assembly/services.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { storeProposal } from "./settlements.ts";

const HOLDER = holderId("H2");

/** Each route with the request that shows the words. */
export async function accountantPages(
  { services }: { services: Services },
  { get, post, formToken, words }: {
    get: (path: string) => Request;
    post: (path: string, fields: Record<string, string>) => Request;
    formToken: string;
    words: string;
  },
): Promise<[route: string, request: Request][]> {
  const proposal = await storeProposal(services, { holderId: HOLDER, reason: words });
  const terms = { formToken, action: "write-terms", from: "2026-12-24", perRide: words };
  const bookDay = paths.adminBookDay({ entity: "H1", date: "2026-11-23" });
  return [
    ["routes/admin/bookkeeping/index.tsx", get(paths.adminBooks())],
    ["routes/admin/bookkeeping/day.tsx", get(bookDay)],
    ["routes/admin/bookkeeping/fortnox.tsx", get(paths.adminFortnox({ entity: "H1" }))],
    ["routes/admin/payment-files/index.tsx", get(paths.adminPaymentFiles())],
    ["routes/admin/settlements/index.tsx", get(paths.adminSettlements())],
    [
      "routes/admin/settlements/[id]/index.tsx",
      post(paths.adminHolderSettlements(HOLDER), terms),
    ],
    ["routes/admin/settlements/[id]/[item]/index.tsx", get(proposal)],
  ];
}
