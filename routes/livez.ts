import { define } from "../lib/http/define.ts";

/** Says that the process answers; depends on nothing else. */
export const handler = define.handlers({
  GET: () =>
    new Response('{"status":"pass"}', {
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    }),
});
