import { define } from "../../lib/http/define.ts";
import { parseLocale } from "../../lib/kernel/locale.ts";
import { suggestAddresses } from "../../lib/places/geocoder/locate-place.ts";
import { findSuggestions } from "../../lib/places/find-suggestions.ts";

/** Suggestions while a person types; the field shows this many at most. */
const MAX_ANSWERS = 8;

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { searchParams } = ctx.url;
    const locale = parseLocale(searchParams.get("locale")) ?? ctx.state.locale;
    const query = searchParams.get("q") ?? "";
    const own = await findSuggestions(services, query, { locale, limit: MAX_ANSWERS });
    const addresses = (await suggestAddresses(services, query, own.places))
      .map((place) => ({ ...place, called: place.name, isStop: true }));
    const found = { ...own, places: [...addresses, ...own.places].slice(0, MAX_ANSWERS) };
    return Response.json(found);
  },
});
