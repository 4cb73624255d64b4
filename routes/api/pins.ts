import { z } from "zod";
import { invalidFields } from "../../lib/errors/request-error.ts";
import { readJson } from "../../lib/http/body.ts";
import { define } from "../../lib/http/define.ts";
import { parseBody } from "../../lib/http/parse-body.ts";
import { parseLocale } from "../../lib/kernel/locale.ts";
import { pinPlace } from "../../lib/places/find-place.ts";

const pinInput = z.object({ lat: z.number(), lng: z.number() });

/** Where somebody is belongs in no address, which proxies write down: it comes in the body. */
export const handler = define.handlers({
  async POST(ctx) {
    const point = parseBody(pinInput, await readJson(ctx.req));
    const locale = parseLocale(ctx.url.searchParams.get("locale")) ?? ctx.state.locale;
    const place = pinPlace(ctx.state.services.places, point, locale);
    if (place === undefined) throw invalidFields([{ field: "lat", code: "abroad" }]);
    return Response.json({ place });
  },
});
