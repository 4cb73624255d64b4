// Who outside has something of somebody: by name, with when they got it, and what they were told since.
import { formatDate } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { type KnownRecipient, SHOWN_RIDES } from "../../../retention/own-recipients.ts";
import type { PrivacyCentreData } from "./privacy-centre-data.ts";

interface SectionProps {
  locale: Locale;
  data: PrivacyCentreData;
}

/** The section. */
export function RecipientSection({ locale, data }: SectionProps) {
  const { privacyCentre: texts } = textsFor(locale);
  return (
    <section class="account-section" id="recipients">
      <h2>{texts.recipients}</h2>
      <p>{texts.recipientsLead(SHOWN_RIDES)}</p>
      {data.recipients.length === 0
        ? <p class="muted">{texts.noRecipients}</p>
        : (
          <ul class="ride-list">
            {data.recipients.map((one) => (
              <OneRecipient key={one.recipient + one.host} {...{ locale, data, one }} />
            ))}
          </ul>
        )}
    </section>
  );
}

function OneRecipient({ locale, data, one }: SectionProps & { one: KnownRecipient }) {
  const { privacyCentre: texts, purposes } = textsFor(locale);
  const { recipient, name, host, count, firstAt, lastAt, told } = one;
  const day = (at: string) => formatDate(locale, localDate(Temporal.Instant.from(at)), data.today);
  return (
    <li>
      <p class="ride-head">
        <b>{purposes.wayOut[recipient]}</b>
        {name !== "" && <span>{name}</span>}
      </p>
      {host !== "" && (
        <p>
          <code>{host}</code>
        </p>
      )}
      {firstAt !== null && lastAt !== null && (
        <p class="muted">{texts.handed(count, day(firstAt), day(lastAt))}</p>
      )}
      {told.map(({ about, state, changedAt }) => (
        <p key={about + changedAt} class="muted">
          {texts.told[about]} {texts.toldStates[state](day(changedAt))}
        </p>
      ))}
    </li>
  );
}
