import { define } from "../../lib/http/define.ts";
import { readOperator, requireOperator } from "../../lib/http/middleware/operator-session.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** Everything under /admin is for signed-in operators; changes come from our own pages only. */
export default define.middleware([readOperator(), requireOperator(), sameOrigin()]);
