import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Seen by the staff, changed by administrators. */
export default define.middleware([requireRight({ see: "see-setup", act: "edit-setup" })]);
