import { z } from "zod";
import { define } from "../../lib/http/define.ts";
import { parseBody } from "../../lib/http/parse-body.ts";
import { parseLocale } from "../../lib/kernel/locale.ts";
import { pickStop } from "../../lib/trip/pick-stop.ts";

/** Degrees as a map writes them. */
const degrees = (limit: number) =>
  z.string().regex(/^-?\d{1,3}(\.\d{1,20})?$/).transform(Number).pipe(
    z.number().min(-limit).max(limit),
  );
const pinQuery = z.object({ lat: degrees(90), lng: degrees(180) });

export const handler = define.handlers({
  /** Where the car stops for a pin at `lat`, `lng`, or why it cannot. */
  async GET(ctx) {
    const { services } = ctx.state;
    const query = Object.fromEntries(ctx.url.searchParams);
    const locale = parseLocale(query["locale"]) ?? ctx.state.locale;
    const { lat, lng } = parseBody(pinQuery, query);
    return Response.json(await pickStop(services, { lat, lng }, locale));
  },
});
