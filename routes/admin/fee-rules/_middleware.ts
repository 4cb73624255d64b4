import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Fees are seen by the staff, and drafted by who drafts prices. */
export default define.middleware([requireRight({ see: "see-tariffs", act: "draft-tariffs" })]);
