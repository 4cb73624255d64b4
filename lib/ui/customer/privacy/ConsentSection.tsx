// What somebody may say yes or no to: both are one press, and stand in the same place.
import { formatDate } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import type { PrivacyCentreData, ShownConsent } from "./privacy-centre-data.ts";
import { PrivacyForm } from "./PrivacyForm.tsx";

/** The section. */
export function ConsentSection({ locale, data }: { locale: Locale; data: PrivacyCentreData }) {
  const { privacyCentre: texts } = textsFor(locale);
  return (
    <section class="account-section" id="consents">
      <h2>{texts.consents}</h2>
      {data.consents.map((one) => (
        <OneConsent key={one.purpose.name} {...{ locale, data }} shown={one} />
      ))}
    </section>
  );
}

function OneConsent(
  { locale, data, shown }: { locale: Locale; data: PrivacyCentreData; shown: ShownConsent },
) {
  const { privacyCentre: texts, dataPurposes: purposes } = textsFor(locale);
  const { purpose, current } = shown;
  const { title, text } = purposes.of[purpose.name];
  const isGiven = current?.granted ?? false;
  return (
    <div class="own-consent">
      <h3>{title}</h3>
      <p>{text}</p>
      <p class="muted">
        {`${purposes.dataTitle}: ${
          purpose.dataTypes.map((one) => purposes.dataTypes[one]).join(", ")
        }. ${saidOf(locale, shown, data.today)}`}
      </p>
      <PrivacyForm data={data} isRow>
        <input type="hidden" name="purpose" value={purpose.name} />
        <button type="submit" class="button" name="act" value={isGiven ? "withdraw" : "give"}>
          {isGiven ? texts.withdraw(title) : texts.give(title)}
        </button>
      </PrivacyForm>
    </div>
  );
}

function saidOf(locale: Locale, { current }: ShownConsent, today: string): string {
  const { privacyCentre: texts } = textsFor(locale);
  if (current === null) return texts.consentNo;
  const day = formatDate(locale, localDate(Temporal.Instant.from(current.at)), today);
  return current.granted ? texts.consentYes(day) : texts.consentOff(day);
}
