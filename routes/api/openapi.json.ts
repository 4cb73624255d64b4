import { apiDocument } from "../../lib/api/api-document.ts";
import { define } from "../../lib/http/define.ts";

/** It is the same for everybody until the next release. */
const CACHED = { "cache-control": "public, max-age=300" };

export const handler = define.handlers({
  GET: (ctx) => Response.json(apiDocument(ctx.state.services.config.origin), { headers: CACHED }),
});
