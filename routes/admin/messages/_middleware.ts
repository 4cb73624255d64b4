import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What customers were told. */
export default define.middleware([requireRight({ see: "see-messages", act: "send-messages" })]);
