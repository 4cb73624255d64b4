import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What is kept how long is seen by those who answer for data, and changed by few of them. */
export default define.middleware([
  requireRight({ see: "see-data-requests", act: "handle-data-requests" }),
]);
