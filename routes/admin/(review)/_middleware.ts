import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Who approves prices need not be able to draft them. */
export default define.middleware([
  requireRight({ see: "see-tariffs", act: "review-tariffs" }),
]);
