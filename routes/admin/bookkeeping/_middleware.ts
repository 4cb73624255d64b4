import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** The books are seen by those who check them, and closed by those who keep them. */
export default define.middleware([requireRight({ see: "see-books", act: "close-books" })]);
