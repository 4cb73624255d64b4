import { define } from "../../lib/http/define.ts";
import { readPerson, requireOperator } from "../../lib/http/middleware/operator-session.ts";
import { recordReads } from "../../lib/http/middleware/record-reads.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** Everything under /admin is for signed-in operators; changes come from our own pages only. */
export default define.middleware([
  noStore(),
  readPerson(),
  requireOperator(),
  sameOrigin(),
  recordReads(),
]);
