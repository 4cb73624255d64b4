import { apiDocument } from "../../lib/api/api-document.ts";
import { define } from "../../lib/http/define.ts";

export const handler = define.handlers({
  GET: (ctx) => Response.json(apiDocument(ctx.state.services.config.origin)),
});
