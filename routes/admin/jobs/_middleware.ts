import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Jobs that gave up are run again by those who can do something about them. */
export default define.middleware([requireRight({ see: "see-faults", act: "mend-faults" })]);
