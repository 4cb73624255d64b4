// What can be done to a data request: a form each, those that need words with a field for them.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DataRequestData } from "../../../board/data-requests-page.ts";
import type { RequestAct } from "../../../board/request-acts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import { Notice } from "../../parts/Notice.tsx";

/** Properties of RequestForms. */
export interface RequestFormsProps {
  data: DataRequestData;
  locale: Locale;
}

interface FormWords {
  name: string;
  hint: string;
  /** "" for one that needs no words. */
  field: string;
}

/** Nothing for who may only look, or where nothing can be done. */
export function RequestForms({ data, locale }: RequestFormsProps) {
  const words = textsFor(locale).dataRequests;
  const offered = data.acts.filter((act) => act !== "erase" || data.blockers.length === 0);
  if (offered.length === 0) return null;
  return (
    <section class="data-request-part">
      <h2>{words.todo}</h2>
      {offered.map((act) => <ActForm key={act} act={act} data={data} locale={locale} />)}
    </section>
  );
}

function ActForm({ act, data, locale }: RequestFormsProps & { act: RequestAct }) {
  const { name, hint, field } = wordsOf(act, locale);
  const { missing, personalNumber } = textsFor(locale).dataRequests;
  const isFaulty = data.fault?.act === act;
  return (
    <form
      class="field-stack"
      method="post"
      action={paths.adminDataRequest(data.row.request.id)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      {hint !== "" && <p class="action-hint">{hint}</p>}
      {isFaulty && (
        <div role="alert">
          <Notice tone="warn">
            {data.fault?.why === "missing" ? missing(MAX_REQUEST_TEXT) : personalNumber}
          </Notice>
        </div>
      )}
      {field !== "" && (
        <label class="action-field">
          <span>{field}</span>
          <textarea name="text" rows={3} maxLength={MAX_REQUEST_TEXT} required dir="auto">
            {isFaulty ? data.fault?.text : ""}
          </textarea>
        </label>
      )}
      <div class="button-row">
        <button
          type="submit"
          class={act === "erase" || act === "refuse" ? "button danger" : "button"}
          name="act"
          value={act}
        >
          {name}
        </button>
      </div>
    </form>
  );
}

function wordsOf(act: RequestAct, locale: Locale): FormWords {
  const words = textsFor(locale).dataRequests;
  const plain = (name: string, hint = ""): FormWords => ({ name, hint, field: "" });
  const all: Readonly<Record<RequestAct, FormWords>> = {
    verify: plain(words.verify, words.verifyHint),
    begin: plain(words.begin),
    erase: plain(words.carryOut, words.carryOutHint),
    complete: plain(words.complete),
    ask: { name: words.ask, hint: "", field: words.askField },
    extend: { name: words.extend, hint: words.extendHint, field: words.extendField },
    "propose-refusal": { name: words.propose, hint: words.proposeHint, field: words.proposeField },
    refuse: plain(words.refuse),
    "withdraw-refusal": plain(words.withdraw),
    lift: { name: words.lift, hint: words.liftHint, field: words.liftField },
    note: { name: words.note, hint: "", field: words.noteField },
  };
  return all[act];
}
