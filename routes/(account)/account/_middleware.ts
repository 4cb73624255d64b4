import { define } from "../../../lib/http/define.ts";
import { requirePerson } from "../../../lib/http/middleware/operator-session.ts";

/** A person's own pages are for who is signed in. */
export default define.middleware([requirePerson()]);
