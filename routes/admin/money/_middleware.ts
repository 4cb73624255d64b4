import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Payments are seen by the staff; who may give how much of them back, the use case says. */
export default define.middleware([requireRight({ see: "see-day", act: "give-back" })]);
