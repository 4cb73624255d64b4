import { pinInput } from "../../lib/api/inputs.ts";
import { invalidFields } from "../../lib/errors/request-error.ts";
import { readJson } from "../../lib/http/body.ts";
import { define } from "../../lib/http/define.ts";
import { parseBody } from "../../lib/http/parse-body.ts";
import { parseLocale } from "../../lib/kernel/locale.ts";
import { pickStop } from "../../lib/trip/pick-stop.ts";

/**
 * What a point is called and where the car stops for it, or why none can; a point abroad is refused as a field.
 * Where somebody is or wants to be met belongs in no address, which proxies write down: it comes in the body.
 */
export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    const { reachMeters, ...point } = parseBody(pinInput, await readJson(ctx.req));
    const locale = parseLocale(ctx.url.searchParams.get("locale")) ?? ctx.state.locale;
    const picked = await pickStop(services, point, locale, reachMeters);
    if (!picked.ok && picked.reason === "abroad") {
      throw invalidFields([{ field: "lat", code: "abroad" }]);
    }
    return Response.json(picked);
  },
});
