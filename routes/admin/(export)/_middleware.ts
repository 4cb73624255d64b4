import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Files leave the house: not everybody who sees the day takes it out. */
export default define.middleware([requireRight({ see: "export-day", act: "export-day" })]);
