import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Whoever may protect somebody sees who is; lifting asks for more, in the page itself. */
export default define.middleware([
  requireRight({ see: "veil-identities", act: "veil-identities" }),
]);
