import { define } from "../../lib/http/define.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";

/** Answers of the API are about bookings, prices and now. */
export default define.middleware(noStore());
