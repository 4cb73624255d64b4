import { define } from "../../../../lib/http/define.ts";
import { requireRight } from "../../../../lib/http/middleware/require-right.ts";

/** Cars are given trips by dispatchers. */
export default define.middleware([requireRight({ see: "dispatch", act: "dispatch" })]);
