import { define } from "../../lib/http/define.ts";
import { readPerson } from "../../lib/http/middleware/operator-session.ts";
import { privatePages } from "../../lib/http/middleware/private-pages.ts";

/** Prices and tickets are their customer's own; who is signed in need not write who they are. */
export default define.middleware([privatePages(), readPerson()]);
