// Buys a quote. The booking's ticket follows; whatever stands in the way says what to do now.
import { page } from "fresh";
import type { SignedInPerson } from "../../lib/accounts/session.ts";
import type { Actor } from "../../lib/booking/booking.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { VEHICLE_CLASSES, type VehicleClass } from "../../lib/fleet/vehicle.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { readForm } from "../../lib/http/body.ts";
import { checkContact } from "../../lib/booking/contact.ts";
import { define } from "../../lib/http/define.ts";
import { statusOf } from "../../lib/http/error-status.ts";
import { senderOf } from "../../lib/http/sender-of.ts";
import type { FieldError } from "../../lib/forms/field-error.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import { type QuoteId, quoteId } from "../../lib/pricing/quote.ts";
import { EMPTY_FIND, FindTicket } from "../../lib/ui/customer/booking/FindTicket.tsx";
import { submittedContact } from "../../lib/ui/customer/quote/contact-values.ts";
import { QuoteRefused } from "../../lib/ui/customer/quote/QuoteRefused.tsx";
import type { SentForm } from "../../lib/ui/customer/quote/quote-page-data.ts";
import { isRefusal } from "../../lib/ui/customer/quote/quote-refusals.ts";
import {
  refusedQuote,
  renewedQuote,
  type ShownQuote,
  shownQuote,
} from "../../lib/ui/customer/quote/shown-quote.ts";
import { QuotePage } from "../../lib/ui/customer/quote/QuotePage.tsx";

export const handler = define.handlers({
  GET(ctx) {
    // The form's address leads back to its price, for whoever changes the language after an error.
    const quote = ctx.url.searchParams.get("quote");
    return quote === null
      ? page({ form: null })
      : ctx.redirect(paths.quote(quote) + ctx.url.search, 303);
  },

  async POST(ctx) {
    const { locale, signedIn } = ctx.state;
    const sender = senderOf(ctx);
    const services = { ...ctx.state.services, sender };
    const fields = await readForm(ctx.req, ["name", "note"]);
    const sent = {
      contact: submittedContact(fields),
      idempotencyKey: fields.get("idempotencyKey") ?? "",
      wanted: fields.get("vehicleClass") ?? "",
    };
    const id = quoteId(fields.get("quoteId") ?? "");
    const checked = checkContact(sent.contact);
    const vehicleClass = VEHICLE_CLASSES.find((name) => name === sent.wanted);
    if (!checked.ok || vehicleClass === undefined) {
      const errors = [...noClass(vehicleClass), ...(checked.ok ? [] : checked.errors)];
      const form = await askAgain(services, id, { ...sent, errors });
      return page({ form }, { status: 422 });
    }
    try {
      const { idempotencyKey } = sent;
      const method = methodOf(services, fields.get("payment"));
      const input = { quoteId: id, vehicleClass, ...checked.value, locale, method, idempotencyKey };
      const { booking, link } = await createBooking(services, input, {
        actor: customerActor(signedIn),
        sender,
        mayExceed: false,
      });
      const isHeld = booking.status === "awaiting-payment";
      return ctx.redirect(isHeld ? paths.payBooking(link) : paths.booking(link), 303);
    } catch (error) {
      if (!(error instanceof DomainError) || !isRefusal(error.code)) throw error;
      // A price that is over is never sold: the next one is shown, with everything that was written.
      const form = error.code === "quote-expired"
        ? await renewedQuote(services, id, sent)
        : await refusedQuote(services, id, error, sent);
      return page({ form }, { status: statusOf(error.code) });
    }
  },
});

export default define.page<typeof handler>(({ data: { form }, state }) => {
  if (form === null) return <FindTicket locale={state.locale} form={EMPTY_FIND} />;
  const { refusal, ...shown } = form;
  if (refusal === null) return <QuotePage locale={state.locale} {...shown} />;
  return <QuoteRefused locale={state.locale} refusal={refusal} {...shown} />;
});

/** The form with what is wrong in it, at a price that still holds. */
async function askAgain(
  services: Services & { sender: string },
  id: QuoteId,
  sent: SentForm,
): Promise<ShownQuote> {
  const shown = await shownQuote(services, id, sent);
  return shown.refusal?.code === "quote-expired" ? await renewedQuote(services, id, sent) : shown;
}

/** How it is to be paid, as far as that is decided here: a way that is not offered is none. */
function methodOf(
  { paymentProvider, config }: Pick<Services, "paymentProvider" | "config">,
  wanted: string | undefined,
): PaymentMethod {
  if (wanted === "card" && paymentProvider !== null) return "card";
  return wanted === "invoice" && config.invoiceFor !== "nobody" ? "invoice" : "car";
}

/** Who books: the person who is signed in, or a guest. */
function customerActor(signedIn: SignedInPerson | null): Actor {
  return signedIn === null ? { kind: "customer" } : { kind: "customer", id: signedIn.person.id };
}

function noClass(vehicleClass: VehicleClass | undefined): FieldError[] {
  return vehicleClass === undefined ? [{ field: "vehicleClass", code: "classMissing" }] : [];
}
