import { define } from "../../lib/http/define.ts";
import { readPerson } from "../../lib/http/middleware/operator-session.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** The way in and out of the operators' part: open to all, who is signed in already is known. */
export default define.middleware([noStore(), readPerson(), sameOrigin()]);
