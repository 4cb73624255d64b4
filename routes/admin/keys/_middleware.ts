import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What is known of the keys is seen by those who watch over data protection, and rotated by those who answer for data. */
export default define.middleware([
  requireRight({ see: "see-compliance", act: "handle-data-requests" }),
]);
