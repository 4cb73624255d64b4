import { define } from "../../lib/http/define.ts";
import { noStore } from "../../lib/http/middleware/no-store.ts";
import {
  readPerson,
  requireDriver,
  requirePerson,
} from "../../lib/http/middleware/operator-session.ts";
import { sameOrigin } from "../../lib/http/middleware/same-origin.ts";

/** Drivers who have shown two factors: who can read where customers go. */
export default define.middleware([
  ...[noStore(), readPerson(), sameOrigin()],
  ...[requirePerson(), requireDriver()],
]);
