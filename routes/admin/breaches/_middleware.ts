import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Breaches are seen by those who watch over data protection, and decided by those who answer for it. */
export default define.middleware([
  requireRight({ see: "see-compliance", act: "handle-breaches" }),
]);
