import { readHeader } from "../../../lib/forms/header-inputs.ts";
import { page } from "fresh";
import { boardAfterBooking, boardAt } from "../../../lib/board/board-return.ts";
import { bookOrder, lookAtOrder, newOrder } from "../../../lib/board/phone-order.ts";
import { givenOrder, orderValues } from "../../../lib/board/phone-order-form.ts";
import { formFields } from "../../../lib/forms/form-fields.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { dateOf } from "../../../lib/kernel/wall-time.ts";
import { popularPlaces } from "../../../lib/places/popular-places.ts";
import { pickupMoment } from "../../../lib/pricing/pickup-moment.ts";
import { OrderPage } from "../../../lib/ui/operator/order/OrderPage.tsx";

/** What the form says beside these fields. */
const ANSWERED = ["from", "to", "name", "note"];

export const handler = define.handlers({
  /** An empty order, or one that a link fills in. */
  async GET(ctx) {
    const given = givenOrder(formFields(ctx.url.searchParams));
    // The board one comes from, day, arrangement and booking: that is where one goes back to.
    const back = given.back ?? boardAt(readHeader(ctx.req.headers, "referer"));
    return page(await newOrder(ctx.state.services, operatorOf(ctx.state), { ...given, back }));
  },

  /** `action` is `look` while it is written, `price` when somebody asks for the price, `book` for that price. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req, ANSWERED);
    const values = orderValues(fields, pickupMoment(services.clock.now()));
    const action = fields.get("action");
    if (action !== "book") {
      const isFinal = action !== "look";
      const data = await lookAtOrder(services, operator, { values, locale, isFinal });
      return page(data, { status: isFinal && data.errors.length > 0 ? 422 : 200 });
    }
    const booked = await bookOrder(services, operator, { values, locale });
    if (!booked.ok) return page(booked.data, { status: booked.data.problem === null ? 422 : 409 });
    const { id, trip } = booked.created.booking;
    const back = boardAfterBooking(values.back, id);
    const itsDay = paths.admin({ date: dateOf(trip.pickup.wallTime), booking: id });
    return ctx.redirect(back === "" ? itsDay : back, 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <OrderPage
    data={data}
    popular={popularPlaces(state.services.places, state.locale)}
    state={state}
    url={url}
  />
));
