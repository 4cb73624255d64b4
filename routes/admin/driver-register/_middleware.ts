import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** One role alone takes everybody's names out of the house. */
export default define.middleware([
  requireRight({ see: "extract-register", act: "extract-register" }),
]);
