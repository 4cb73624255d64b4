import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Cars are seen by the staff; dispatchers give them trips and take them out of traffic. */
export default define.middleware([requireRight({ see: "see-day", act: "dispatch" })]);
