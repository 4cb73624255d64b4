import { define } from "../../lib/http/define.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";
import { readPerson } from "../../lib/http/middleware/operator-session.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** Signing in, and what a person keeps of how they do it: nothing of it stays in a cache. */
export default define.middleware([noStore(), readPerson(), sameOrigin()]);
