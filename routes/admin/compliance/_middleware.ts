import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** The records on data protection are read by those who watch over it. */
export default define.middleware([
  requireRight({ see: "see-compliance", act: "see-compliance" }),
]);
