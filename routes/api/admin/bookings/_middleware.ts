import { define } from "../../../../lib/http/define.ts";
import { requireRight } from "../../../../lib/http/middleware/require-right.ts";

/** Bookings are seen by the staff and changed by dispatchers. */
export default define.middleware([requireRight({ see: "see-day", act: "dispatch" })]);
