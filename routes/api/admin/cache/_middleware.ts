import { define } from "../../../../lib/http/define.ts";
import { requireRight } from "../../../../lib/http/middleware/require-right.ts";

/** What is kept ready is seen and purged by those who mend what fails. */
export default define.middleware([requireRight({ see: "see-faults", act: "mend-faults" })]);
