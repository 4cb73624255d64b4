import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What the company is set up with is made by administrators. */
export default define.middleware([requireRight({ see: "edit-setup", act: "edit-setup" })]);
