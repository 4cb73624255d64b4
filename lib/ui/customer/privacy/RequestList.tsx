// What somebody has asked for, where it is and until when it is answered.
import { formatDate } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { type DataRequest, MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import { isOpen, requestCan } from "../../../privacy/data-request-rules.ts";
import { TextField } from "../../parts/Field.tsx";
import { Said } from "../../parts/Said.tsx";
import { answerField } from "./act-on-privacy.ts";
import type { PrivacyCentreData } from "./privacy-centre-data.ts";
import { PrivacyForm } from "./PrivacyForm.tsx";

interface ListProps {
  locale: Locale;
  data: PrivacyCentreData;
  errorOf: (name: string) => string | undefined;
}

/** The section. */
export function RequestList({ locale, data, errorOf }: ListProps) {
  const { privacyCentre: texts } = textsFor(locale);
  return (
    <section class="account-section" id="requests">
      <h2>{texts.requests}</h2>
      {data.requests.length === 0 ? <p>{texts.none}</p> : (
        <ul class="ride-list">
          {data.requests.map((request) => (
            <OneRequest key={request.id} {...{ locale, data, errorOf, request }} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneRequest({ locale, data, errorOf, request }: ListProps & { request: DataRequest }) {
  const { privacyCentre: texts } = textsFor(locale);
  const { id, type, state, wish, receivedAt, dueOn } = request;
  const receivedOn = localDate(Temporal.Instant.from(receivedAt));
  const what = texts.types[type];
  return (
    <li>
      <p class="ride-head">
        <b>{what}</b>
        <span>{texts.states[state]}</span>
      </p>
      <p class="muted">
        {texts.received(formatDate(locale, receivedOn, data.today))}
        {isOpen(request) && ` ${texts.due(formatDate(locale, dueOn, data.today))}`}
      </p>
      {wish !== "" && (
        <p>
          <Said>{wish}</Said>
        </p>
      )}
      <Reasons locale={locale} request={request} />
      {state === "requires-input" && <Answer {...{ locale, data, errorOf, request }} />}
      {requestCan(request, "cancel") && (
        <PrivacyForm data={data} isRow>
          <input type="hidden" name="request" value={id} />
          <button
            type="submit"
            class="button"
            name="act"
            value="cancel"
            aria-label={texts.cancelOf(what)}
          >
            {texts.cancel}
          </button>
        </PrivacyForm>
      )}
    </li>
  );
}

/** Why it takes longer, or was refused by two people. */
function Reasons({ locale, request }: { locale: Locale; request: DataRequest }) {
  const { privacyCentre: texts } = textsFor(locale);
  const { state, extensionReason, refusalReason } = request;
  const reasons = [
    ...(extensionReason === "" ? [] : [extensionReason]),
    ...(state === "refused" && refusalReason !== "" ? [refusalReason] : []),
  ];
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason}>
          {`${texts.reason}: `}
          <Said>{reason}</Said>
        </p>
      ))}
      {reasons.length > 0 && <p class="muted">{texts.complain}</p>}
    </>
  );
}

function Answer({ locale, data, errorOf, request }: ListProps & { request: DataRequest }) {
  const { privacyCentre: texts } = textsFor(locale);
  const name = answerField(request.id);
  return (
    <PrivacyForm data={data}>
      <p>
        {`${texts.question}: `}
        <Said>{request.question}</Said>
      </p>
      <input type="hidden" name="request" value={request.id} />
      <TextField
        name={name}
        label={texts.answer}
        value={data.values[name] ?? ""}
        rows={3}
        maxLength={MAX_REQUEST_TEXT}
        error={errorOf(name)}
      />
      <div class="button-row">
        <button type="submit" class="button" name="act" value="answer">{texts.answerButton}</button>
      </div>
    </PrivacyForm>
  );
}
