// A driver's page: who they are, whom they drive for, and the jobs of the day.
import type { DriverDay, DriverJob } from "../../dispatch/driver-day.ts";
import { DRIVER_WINDOW_MS } from "../../booking/seen-booking.ts";
import { FORM_TOKEN_FIELD } from "../../accounts/form-token-names.ts";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import { formatDate, formatFlightNumber, formatMoney, formatTime } from "../../i18n/format.ts";
import { textsFor } from "../../i18n/texts.ts";
import type { Locale } from "../../kernel/locale.ts";
import { paths } from "../../kernel/paths.ts";
import { SUPPORT_PHONE } from "../../kernel/support-phone.ts";
import { isPaidInCar } from "../../payments/payment-method.ts";
import { stopLabel } from "../../places/place.ts";
import { Said } from "../parts/Said.tsx";
import { PageHead } from "../customer/PageHead.tsx";
import { partyOf, TripLine } from "../customer/trip/TripLine.tsx";

/** What the page shows. */
export interface DriverPageData {
  /** Null when the fleet has no such driver any more. */
  day: DriverDay | null;
  formToken: string;
}

/** The page. */
export function DriverPage({ locale, data }: { locale: Locale; data: DriverPageData }) {
  const { account, driving, privacyCentre } = textsFor(locale);
  const { day, formToken } = data;
  return (
    <div class="page account">
      <PageHead locale={locale} title={driving.title} isPrivate />
      <h1>{driving.title}</h1>
      {day === null ? <p>{driving.nobody}</p> : <Day locale={locale} day={day} />}
      <div class="button-row">
        <a class="button" href={paths.security()}>{account.securityTitle}</a>
        <a class="button" href={paths.privacyCentre()}>{privacyCentre.title}</a>
        <form method="post" action={paths.signOut()}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <button type="submit" class="button">{account.signOut}</button>
        </form>
      </div>
    </div>
  );
}

function Day({ locale, day }: { locale: Locale; day: DriverDay }) {
  const { driving } = textsFor(locale);
  return (
    <>
      <dl class="account-reach">
        <dt>{driving.name}</dt>
        <dd>
          <Said>{day.name}</Said>
        </dd>
        <dt>{driving.permitHolder}</dt>
        <dd>
          <Said>{day.permitHolder === "" ? "–" : day.permitHolder}</Said>
        </dd>
        <dt>{driving.vehicle}</dt>
        <dd>
          <Said>{day.vehicle}</Said>
        </dd>
      </dl>
      <section class="account-section">
        <h2>{driving.jobs(formatDate(locale, day.date, day.date))}</h2>
        {day.jobs.length === 0 ? <p>{driving.none}</p> : (
          <ul class="ride-list">
            {day.jobs.map((job) => <Job key={job.reference} locale={locale} job={job} />)}
          </ul>
        )}
      </section>
    </>
  );
}

function Job({ locale, job }: { locale: Locale; job: DriverJob }) {
  const { booking, driving } = textsFor(locale);
  return (
    <li>
      <p class="ride-head">
        <b>{formatTime(locale, job.wallTime)}</b>
        <span>{booking.status[job.status]}</span>
      </p>
      <Where locale={locale} job={job} />
      <p>{partyOf(locale, job)}</p>
      <p>
        <Said>{job.customer || absentWord(driving, job)}</Said>{" "}
        {job.phone !== "" && (
          <a href={`tel:${job.phone}`} aria-label={driving.call(shownPhoneNumber(job.phone))}>
            <bdi>{shownPhoneNumber(job.phone)}</bdi>
          </a>
        )}
      </p>
      {job.veiled && <p>{driving.reach(shownPhoneNumber(SUPPORT_PHONE))}</p>}
      {job.flightNumber !== "" && (
        <p>
          {booking.flightNumber} <bdi>{formatFlightNumber(job.flightNumber)}</bdi>
        </p>
      )}
      {job.note !== "" && (
        <p>
          <Said>{job.note}</Said>
        </p>
      )}
      <p class="muted">
        {isPaidInCar(job.payment)
          ? driving.takePayment
          : `${driving.takeNoPayment} ${booking.paidBy[job.payment]}`}{" "}
        {formatMoney(locale, job.fareOre)}
      </p>
    </li>
  );
}

function Where({ locale, job }: { locale: Locale; job: DriverJob }) {
  const { driving } = textsFor(locale);
  if (job.restricted) return <p>{driving.restrictedPlace}</p>;
  if (!job.veiled || stopLabel(job.from) !== "") return <TripLine locale={locale} trip={job} />;
  return <p>{driving.veiledPlace(DRIVER_WINDOW_MS / 60_000)}</p>;
}

function absentWord(
  words: Pick<ReturnType<typeof textsFor>["driving"], "veiled" | "restricted" | "erased">,
  { veiled, restricted }: DriverJob,
): string {
  if (veiled) return words.veiled;
  return restricted ? words.restricted : words.erased;
}
