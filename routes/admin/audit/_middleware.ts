import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** The log is read by those who watch over it, and that is written down in it. */
export default define.middleware([
  requireRight({ see: "read-audit", act: "read-audit" }),
]);
