import { define } from "../../../lib/http/define.ts";
import { requireRight } from "../../../lib/http/middleware/require-right.ts";

/** Payment files are seen by those who check the books, and made by those who keep them. */
export default define.middleware([requireRight({ see: "see-books", act: "close-books" })]);
