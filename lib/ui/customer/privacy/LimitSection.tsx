// What somebody has limited: that their data are stored and not used, and what they are not used for. One press each way.
import { formatDate } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { hasObjectedTo, OBJECTABLE } from "../../../privacy/limit-rules.ts";
import { type PurposeName, purposeOf } from "../../../privacy/purposes.ts";
import type { PrivacyCentreData } from "./privacy-centre-data.ts";
import { PrivacyForm } from "./PrivacyForm.tsx";

/** What rests on a yes has a press for it already, and the same one takes it back. */
const PRESSED = OBJECTABLE.filter((name) => purposeOf(name)?.basis !== "consent");

interface SectionProps {
  locale: Locale;
  data: PrivacyCentreData;
}

/** The section. */
export function LimitSection({ locale, data }: SectionProps) {
  const { privacyCentre: texts } = textsFor(locale);
  return (
    <section class="account-section" id="limits">
      <h2>{texts.limits}</h2>
      <RestrictionPart locale={locale} data={data} />
      {PRESSED.map((purpose) => (
        <OneObjection key={purpose} {...{ locale, data }} purpose={purpose} />
      ))}
    </section>
  );
}

/** Asking for it needs words and stands below; what holds stands here, with the way to end it. */
function RestrictionPart({ locale, data }: SectionProps) {
  const { privacyCentre: texts } = textsFor(locale);
  const { restriction } = data.limits;
  if (restriction === null) return null;
  const day = (at: string) => formatDate(locale, localDate(Temporal.Instant.from(at)), data.today);
  return (
    <div class="own-consent">
      <h3>{texts.types.restriction}</h3>
      <p>{texts.restricted(day(restriction.since))}</p>
      <p class="muted">
        {restriction.liftsAt === null
          ? texts.restrictedMeans
          : texts.lifting(day(restriction.liftsAt))}
      </p>
      <PrivacyForm data={data} isRow>
        <button type="submit" class="button" name="act" value="lift">{texts.lift}</button>
      </PrivacyForm>
    </div>
  );
}

function OneObjection({ locale, data, purpose }: SectionProps & { purpose: PurposeName }) {
  const { privacyCentre: texts, dataPurposes } = textsFor(locale);
  const { title, text } = dataPurposes.of[purpose];
  const isOff = hasObjectedTo(data.limits, purpose);
  return (
    <div class="own-consent">
      <h3>{title}</h3>
      <p>{text}</p>
      <p class="muted">{isOff ? texts.objected : texts.notObjected}</p>
      <PrivacyForm data={data} isRow>
        <input type="hidden" name="purpose" value={purpose} />
        <button type="submit" class="button" name="act" value={isOff ? "unobject" : "object"}>
          {isOff ? texts.unobject(title) : texts.object(title)}
        </button>
      </PrivacyForm>
    </div>
  );
}
