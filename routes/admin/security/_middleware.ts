import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What was noticed is seen by those who watch over it. */
export default define.middleware([
  requireRight({ see: "see-compliance", act: "see-compliance" }),
]);
