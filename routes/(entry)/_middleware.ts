import { define } from "../../lib/http/define.ts";
import { readOperator } from "../../lib/http/middleware/operator-session.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** The way in and out of the operators' part: open to all, who is signed in already is known. */
export default define.middleware([readOperator(), sameOrigin()]);
