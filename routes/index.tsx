// The start page: where from, where to, when.
import { page } from "fresh";
import { cancellationRule } from "../lib/booking/cancellation-rules.ts";
import { formFields } from "../lib/forms/form-fields.ts";
import { define } from "../lib/http/define.ts";
import { localDate } from "../lib/kernel/wall-time.ts";
import { Home } from "../lib/ui/customer/home/Home.tsx";
import { emptyTrip, prefilled } from "../lib/trip/trip-values.ts";

export const handler = define.handlers({
  GET(ctx) {
    const now = ctx.state.services.clock.now();
    const query = formFields(ctx.url.searchParams);
    const values = prefilled(emptyTrip(now), query);
    const mayRestoreDraft = !query.has("from") && !query.has("to");
    const { freeUntilMinutes: freeMinutes } = cancellationRule(now.toString());
    return page({ values, minDate: localDate(now), freeMinutes, mayRestoreDraft });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Home locale={state.locale} {...data} />
));
