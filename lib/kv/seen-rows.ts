// Whoever looks at rows of others on the operators' pages leaves a trace: whose data was read is gathered here, where
// every row passes, so that no page can forget to say it.
import { acting } from "../kernel/acting.ts";
import type { Rows } from "./family.ts";

/** Takes down whose a row is that was read for somebody whose looks are recorded. */
export function noteSeen<Value>(rows: Rows<Value>, key: Deno.KvKey, value: Value): void {
  const { seen } = acting();
  if (seen === undefined || rows.sealed === undefined) return;
  const subject = rows.sealed.subject(value, key);
  if (subject !== null && !("like" in subject)) seen.add(subject, key.map(String).join("/"));
}
