// Whom a protected booking is for: asked for with a reason, shown once.
import { formatFlightNumber, formatReference } from "../../../i18n/format.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import type { Framed } from "../../../board/framed.ts";
import type { ProtectedFault } from "../../../board/protected-page.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { type Stop, stopLabel } from "../../../places/place.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Digits, Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { ProtectionFault, ProtectionForm, ReasonField } from "./ProtectionParts.tsx";

/** What the page is drawn from. */
export interface ProtectedBookingData extends Framed {
  id: string;
  reference: string;
  isHidden: boolean;
  fault: ProtectedFault | null;
  /** Once somebody has said why; else null. */
  booking: SeenBooking | null;
}

/** Properties of ProtectedBookingPage. */
export interface ProtectedBookingPageProps {
  data: ProtectedBookingData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function ProtectedBookingPage({ data, state, url }: ProtectedBookingPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, booking, reference } = data;
  const words = textsFor(locale).protection;
  const title = words.once.title(formatReference(reference));
  return (
    <OperatorPage
      page="protected"
      date=""
      title={title}
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{title}</h1>
          <a href={paths.adminBooking(data.id)}>{words.once.again}</a>
        </header>
        {booking === null
          ? <Ask data={data} locale={locale} />
          : <Shown booking={booking} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function Ask({ data, locale }: { data: ProtectedBookingData; locale: Locale }) {
  const words = textsFor(locale).protection;
  const { fault } = data;
  if (!data.isHidden) return <p>{words.once.open}</p>;
  return (
    <>
      <p class="jobs-lead">{words.once.lead}</p>
      <ProtectionFault locale={locale} fault={fault} />
      <section class="retention-part">
        <ProtectionForm data={data} action={paths.adminProtectedBooking(data.id)}>
          <ReasonField locale={locale} />
          <div class="button-row">
            <button type="submit" class="button primary">{words.once.show}</button>
          </div>
        </ProtectionForm>
      </section>
    </>
  );
}

function Shown({ booking, locale }: { booking: SeenBooking; locale: Locale }) {
  const { once } = textsFor(locale).protection;
  const { contact, trip, flightNumber, note } = booking;
  return (
    <>
      <div role="status">
        <Notice tone="info">{once.shown}</Notice>
      </div>
      <dl class="message-facts">
        <div>
          <dt>{once.name}</dt>
          <dd>
            <Said>{contact.name}</Said>
          </dd>
        </div>
        <div>
          <dt>{once.phone}</dt>
          <dd>
            <a href={`tel:${contact.phone}`}>
              <Digits>{shownPhoneNumber(contact.phone)}</Digits>
            </a>
          </dd>
        </div>
        <Fact label={once.email} value={contact.email || once.none} />
        <Fact label={once.from} value={placeText(trip.from)} />
        <Fact label={once.to} value={placeText(trip.to)} />
        <Fact
          label={once.flight}
          value={flightNumber === "" ? once.none : formatFlightNumber(flightNumber)}
        />
        <Fact label={once.note} value={note || once.none} />
      </dl>
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Said>{value}</Said>
      </dd>
    </div>
  );
}

function placeText(stop: Stop): string {
  return [...new Set([stopLabel(stop), stop.name, stop.area])].filter(Boolean).join(", ");
}
