import { define } from "../../../lib/http/define.ts";
import {
  readPerson,
  requireOperator,
  requireTokenHeader,
} from "../../../lib/http/middleware/operator-session.ts";
import { recordReads } from "../../../lib/http/middleware/record-reads.ts";
import { sameOrigin } from "../../../lib/http/middleware/same-origin.ts";

/** Operators' API: a live session, our own pages, and the session's token for every change. */
export default define.middleware([
  readPerson(),
  requireOperator(),
  sameOrigin(),
  requireTokenHeader(),
  recordReads(),
]);
