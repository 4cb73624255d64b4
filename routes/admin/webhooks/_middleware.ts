import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Who else is told of bookings is seen by those who watch over it, and decided by administrators. */
export default define.middleware([requireRight({ see: "see-webhooks", act: "manage-webhooks" })]);
