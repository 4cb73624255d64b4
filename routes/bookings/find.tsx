// Leads from a booking code and a phone number to the ticket, or back to the form that asks for them.
import { readHeader } from "../../lib/forms/header-inputs.ts";
import { page } from "fresh";
import { checkFindForm, findBookingByCode } from "../../lib/booking/find-by-code.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import type { FieldError } from "../../lib/forms/field-error.ts";
import { readForm } from "../../lib/http/body.ts";
import { clientNetwork } from "../../lib/http/client-address.ts";
import { define } from "../../lib/http/define.ts";
import { statusOf } from "../../lib/http/error-status.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { FindTicket, type FindTicketForm } from "../../lib/ui/customer/booking/FindTicket.tsx";

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 100;

/** One answer, whichever of code and number is wrong. */
const NOT_FOUND: FieldError = { field: "reference", code: "ticketNotFound" };

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.bookings() + ctx.url.search, 303),

  async POST(ctx) {
    const { services, log } = ctx.state;
    const fields = await readForm(ctx.req);
    const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_ECHO);
    const values = { reference: text("reference"), phone: text("phone") };
    const again = (
      form: Partial<FindTicketForm>,
      init: { status: number; headers?: HeadersInit },
    ) => page({ form: { values, errors: [], waitMinutes: null, ...form } }, init);
    const checked = checkFindForm(values);
    if (!checked.ok) return again({ errors: checked.errors }, { status: 422 });
    const sender = clientNetwork({
      remoteAddr: ctx.info.remoteAddr,
      forwardedFor: readHeader(ctx.req.headers, "x-forwarded-for"),
      proxies: services.config.proxies,
    });
    try {
      const link = await findBookingByCode({ ...services, log }, { ...checked.value, sender });
      if (link !== null) return ctx.redirect(paths.booking(link), 303);
      return again({ errors: [NOT_FOUND] }, { status: 422 });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "too-many-tries") throw error;
      const seconds = Number(error.details.retryAfterSeconds);
      return again({ waitMinutes: Math.ceil(seconds / 60) }, {
        status: statusOf(error.code),
        headers: { "retry-after": String(seconds) },
      });
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <FindTicket locale={state.locale} form={data.form} />
));
