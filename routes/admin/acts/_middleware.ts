import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Undoing is the work of dispatchers. */
export default define.middleware([requireRight({ see: "see-day", act: "dispatch" })]);
