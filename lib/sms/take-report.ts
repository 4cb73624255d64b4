// Use case: the network reports what became of a text message: 46elks.se/docs/sms-delivery-reports. The service comes
// again until it is answered, so that the same report may come many times.
import { z } from "zod";
import { RequestError } from "../errors/request-error.ts";
import { readReportToken } from "./report-token.ts";
import type { SmsStore } from "./sms-store.ts";

/** The form that is posted; what else stands in it is the service's own. */
export const smsReport = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  status: z.enum(["sent", "delivered", "failed"]),
});

/** Takes it. Throws RequestError("not-found") for a token that is none of ours, or of a message that is forgotten. */
export async function takeSmsReport(
  { smsStore, reportKey }: { smsStore: SmsStore; reportKey: CryptoKey },
  token: string,
  { id: reference, status }: z.infer<typeof smsReport>,
): Promise<void> {
  const id = await readReportToken(reportKey, token);
  if (id === null || !await smsStore.noteReport(id, status, reference)) {
    throw new RequestError("not-found", {});
  }
}
