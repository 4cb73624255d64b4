import { define } from "../../lib/http/define.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";
import { readPerson } from "../../lib/http/middleware/operator-session.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** What a guest sees of what is kept of them stays in no cache. */
export default define.middleware([noStore(), readPerson(), sameOrigin()]);
