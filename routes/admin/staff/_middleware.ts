import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Who works here is seen by those who watch over it, and managed by administrators. */
export default define.middleware([requireRight({ see: "see-staff", act: "manage-staff" })]);
