import { define } from "../../lib/http/define.ts";
import { privatePages } from "../../lib/http/middleware/private-pages.ts";

/** Prices and tickets are their customer's own. */
export default define.middleware(privatePages());
