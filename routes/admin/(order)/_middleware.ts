import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Orders are taken by dispatchers. */
export default define.middleware([requireRight({ see: "dispatch", act: "dispatch" })]);
