import { define } from "../../../../lib/http/define.ts";
import { requireRight } from "../../../../lib/http/middleware/require-right.ts";

/** Dispatchers take cars out of traffic. */
export default define.middleware([requireRight({ see: "see-day", act: "dispatch" })]);
