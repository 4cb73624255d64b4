import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Who has which role is seen by those who watch over it, and confirmed by those who answer for it. */
export default define.middleware([
  requireRight({ see: "see-compliance", act: "handle-breaches" }),
]);
