import { define } from "../../../lib/http/define.ts";
import { sameOrigin } from "../../../lib/http/middleware/same-origin.ts";

/** Only our own pages tell of their failures. */
export default define.middleware(sameOrigin());
