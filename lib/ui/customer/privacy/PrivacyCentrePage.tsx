// Somebody's own data: what there is, and what they may ask of it. Without an account it is the same page with less on it.
import { textsFor } from "../../../i18n/texts.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import { MAX_NAME } from "../../../booking/contact.ts";
import { ChoiceList } from "../../parts/ChoiceList.tsx";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { FieldError, TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { shownReach } from "../account/SentPage.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { ASKED_TYPES } from "./act-on-privacy.ts";
import { ConsentSection } from "./ConsentSection.tsx";
import { RecipientSection } from "./RecipientSection.tsx";
import { LimitSection } from "./LimitSection.tsx";
import type { PrivacyCentreData, ShownDriver } from "./privacy-centre-data.ts";
import { PrivacyForm } from "./PrivacyForm.tsx";
import { ProtectionSection } from "./ProtectionSection.tsx";
import { RequestList } from "./RequestList.tsx";

/** The first answer of the question what is asked for. */
const TYPE = "type-choice-0";

interface PageProps {
  locale: Locale;
  data: PrivacyCentreData;
}

/** The page. */
export function PrivacyCentrePage({ locale, data }: PageProps) {
  const { privacyCentre: texts } = textsFor(locale);
  const { person, reach, driver, done } = data;
  // What is missing of a choice leads to its first answer.
  const shown = shownErrors(locale, data.errors, data.values, data.today)
    .map((error) => error.field === "type" ? { ...error, field: TYPE } : error);
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <div class="page account">
      <PageHead locale={locale} title={texts.title} isPrivate />
      <h1>{texts.title}</h1>
      <p class="account-lead">
        {reach === null ? texts.lead : texts.guestLead(said(shownReach(reach)))}
      </p>
      <ErrorSummary locale={locale} errors={shown} />
      {done !== null && (
        <div role="status">
          <Notice tone="ok">{texts.done[done]}</Notice>
        </div>
      )}
      {person !== null && <KeptSection {...{ locale, data, person, errorOf }} />}
      {driver !== null && <DriverSection {...{ locale, driver }} />}
      <DownloadSection locale={locale} data={data} />
      <RecipientSection locale={locale} data={data} />
      <ConsentSection locale={locale} data={data} />
      <ProtectionSection locale={locale} data={data} />
      <LimitSection locale={locale} data={data} />
      <AskSection {...{ locale, data, errorOf }} />
      <RequestList {...{ locale, data, errorOf }} />
      <Ways locale={locale} data={data} />
    </div>
  );
}

function KeptSection({ locale, data, person, errorOf }: PageProps & {
  person: NonNullable<PrivacyCentreData["person"]>;
  errorOf: (name: string) => string | undefined;
}) {
  const { privacyCentre: texts } = textsFor(locale);
  return (
    <section class="account-section">
      <h2>{texts.kept}</h2>
      <dl class="account-reach">
        <dt>{texts.email}</dt>
        <dd>{person.email === "" ? texts.nothing : <bdi>{person.email}</bdi>}</dd>
        <dt>{texts.phone}</dt>
        <dd>{person.phone === "" ? texts.nothing : <bdi>{shownPhoneNumber(person.phone)}</bdi>}</dd>
      </dl>
      <p>
        <a href={paths.security()}>{texts.reachAct}</a>
      </p>
      <PrivacyForm data={data}>
        <TextField
          name="name"
          label={texts.name}
          value={data.values.name ?? person.name}
          maxLength={MAX_NAME}
          autoComplete="name"
          error={errorOf("name")}
        />
        <div class="button-row">
          <button type="submit" class="button" name="act" value="rename">{texts.rename}</button>
        </div>
      </PrivacyForm>
    </section>
  );
}

function DriverSection({ locale, driver }: { locale: Locale; driver: ShownDriver }) {
  const { privacyCentre: texts, driverChecks: checks } = textsFor(locale);
  const rows = [
    [texts.name, driver.name],
    [texts.phone, driver.phone === "" ? "" : shownPhoneNumber(driver.phone)],
    [texts.driverCode, driver.driverCode],
    [texts.licence, driver.licence],
    [texts.permitHolder, driver.permitHolder],
  ] as const;
  return (
    <section class="account-section">
      <h2>{texts.asDriver}</h2>
      <dl class="account-reach">
        {rows.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <Said>{value === "" ? texts.nothing : value}</Said>
            </dd>
          </>
        ))}
      </dl>
      {driver.checks.length > 0 && (
        <ul>
          {driver.checks.map(({ kind, checkedOn, goodUntil, at }) => (
            <li key={at}>{checks.row(checks.kinds[kind], checkedOn, goodUntil)}</li>
          ))}
        </ul>
      )}
      <p class="muted">{texts.asDriverLead}</p>
    </section>
  );
}

function DownloadSection({ locale, data }: PageProps) {
  const { privacyCentre: texts } = textsFor(locale);
  const action = data.person === null ? paths.guestDataFile() : paths.ownDataFile();
  return (
    <section class="account-section" id="download">
      <h2>{texts.download}</h2>
      <p>{texts.downloadLead}</p>
      <p class="muted">{texts.prove}</p>
      <PrivacyForm data={data} isRow action={action}>
        <button type="submit" class="button primary">{texts.downloadButton}</button>
      </PrivacyForm>
    </section>
  );
}

function AskSection({ locale, data, errorOf }: PageProps & {
  errorOf: (name: string) => string | undefined;
}) {
  const { privacyCentre: texts } = textsFor(locale);
  const { type } = data.values;
  return (
    <section class="account-section" id="ask">
      <h2>{texts.ask}</h2>
      <p>{texts.askLead}</p>
      <p>{textsFor(locale).decisions.elsewhere}</p>
      <PrivacyForm data={data}>
        <div class={errorOf(TYPE) === undefined ? "field" : "field has-error"}>
          <ChoiceList
            name="type"
            question={texts.askQuestion}
            choices={ASKED_TYPES.map((one) => ({ value: one, title: texts.types[one] }))}
            {...(type === undefined ? {} : { chosen: type })}
          />
          <FieldError id="type-error" text={errorOf(TYPE)} />
        </div>
        <TextField
          name="wish"
          label={texts.wish}
          optional={texts.wishOptional}
          value={data.values.wish ?? ""}
          rows={4}
          maxLength={MAX_REQUEST_TEXT}
          error={errorOf("wish")}
        />
        <p class="muted">{texts.prove}</p>
        <div class="button-row">
          <button type="submit" class="button" name="act" value="ask">{texts.send}</button>
        </div>
      </PrivacyForm>
    </section>
  );
}

function Ways({ locale, data }: PageProps) {
  const { privacyCentre: texts, rides, ownPlaces } = textsFor(locale);
  const own = data.person === null ? [[paths.myBookings(), rides.guestTitle]] as const : [
    [paths.rides(), rides.title],
    [paths.ownPlaces(), ownPlaces.title],
    [paths.security(), rides.account],
  ] as const;
  return (
    <ul class="account-ways">
      {[...own, [paths.privacy(), texts.about] as const].map(([href, text]) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
