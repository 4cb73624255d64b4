import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Requests for data are seen by those who answer for data, and answered by few of them. */
export default define.middleware([
  requireRight({ see: "see-data-requests", act: "handle-data-requests" }),
]);
