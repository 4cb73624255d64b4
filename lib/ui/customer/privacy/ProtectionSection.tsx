// Whether one's identity is protected, and the press that protects it or lifts that.
import { DRIVER_WINDOW_MS } from "../../../booking/seen-booking.ts";
import { formatDate } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import type { PrivacyCentreData } from "./privacy-centre-data.ts";
import { PrivacyForm } from "./PrivacyForm.tsx";

/** The section. */
export function ProtectionSection({ locale, data }: { locale: Locale; data: PrivacyCentreData }) {
  const { own: texts } = textsFor(locale).protection;
  const { veil } = data;
  return (
    <section class="account-section" id="protection">
      <h2>{texts.title}</h2>
      <p>{texts.lead(DRIVER_WINDOW_MS / 60_000)}</p>
      {veil !== null && (
        <p>
          <b>
            {texts.isOn(
              formatDate(locale, localDate(Temporal.Instant.from(veil.since)), data.today),
            )}
          </b>
        </p>
      )}
      {veil !== null && <p class="muted">{texts.offLead}</p>}
      <PrivacyForm data={data} isRow>
        <button
          type="submit"
          class="button"
          name="act"
          value={veil === null ? "protect" : "unprotect"}
        >
          {veil === null ? texts.on : texts.off}
        </button>
      </PrivacyForm>
    </section>
  );
}
