import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** What is different is seen by those who check the books, and settled by those who keep them. */
export default define.middleware([requireRight({ see: "see-books", act: "close-books" })]);
