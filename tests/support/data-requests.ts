// Requests for one's own data, for pages that show them.
import type { Services } from "../../lib/assembly/services.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import type { DataRequest } from "../../lib/privacy/data-request.ts";

/** A number that nothing else of a test is booked with. */
const PHONE = "+46700000017";

/** A request of a guest, with words of theirs. */
export async function aDataRequest(services: Services, wish = ""): Promise<DataRequest> {
  const { request } = await createDataRequest(services, {
    ...{ type: "rectification", locale: "sv", identity: "guest-code", wish },
    subject: { kind: "guest", reach: { kind: "phone", at: PHONE } },
  });
  return request;
}
