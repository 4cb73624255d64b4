// The form that writes terms: filled in with what was typed, else with the latest there are.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { rateField, termsFields } from "../../../board/settlement-form.ts";
import type { HolderSettlementData } from "../../../board/settlements-page.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { nextDate } from "../../../kernel/local-date.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { PAYMENT_METHODS } from "../../../payments/payment-method.ts";
import { RHYTHMS } from "../../../settlement/settlement-terms.ts";

/** Properties of TermsForm. */
export interface TermsFormProps {
  data: HolderSettlementData;
  locale: Locale;
}

/** The form. A draft that waits is written anew by saving under its day. */
export function TermsForm({ data, locale }: TermsFormProps) {
  const { holder, formToken } = data;
  const { terms: words } = textsFor(locale).settlement;
  const { typed, draft } = filled(data);
  return (
    <form
      class="action-form landmark-form"
      method="post"
      action={paths.adminHolderSettlements(holder.id)}
    >
      <h3>{words.write}</h3>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="revision" value={draft?.revision ?? 0} />
      <label class="action-field">
        <span>{words.from}</span>
        <input type="date" name="from" value={typed("from")} required />
      </label>
      <label class="action-field">
        <span>{words.rhythm}</span>
        <select name="rhythm">
          {RHYTHMS.map((one) => (
            <option key={one} value={one} selected={one === typed("rhythm")}>
              {words.rhythms[one]}
            </option>
          ))}
        </select>
      </label>
      <Rates typed={typed} locale={locale} />
      <Field name="perRide" label={words.perRide} typed={typed} />
      <Field name="perMonth" label={words.perMonth} typed={typed} />
      <label class="action-field">
        <span>{words.vat}</span>
        <input type="checkbox" name="vat" checked={typed("vat") === "on"} />
      </label>
      <label class="action-field">
        <span>{words.agreedOn}</span>
        <input type="date" name="agreedOn" value={typed("agreedOn")} />
        <span class="action-hint">{words.agreedHint}</span>
      </label>
      <Field name="objectWithin" label={words.objectWithin} typed={typed} />
      <button type="submit" class="button primary" name="action" value="write-terms">
        {words.save}
      </button>
    </form>
  );
}

type Typed = (name: string) => string;

function Rates({ typed, locale }: { typed: Typed; locale: Locale }) {
  const { settlement: { terms: words, methods }, quote } = textsFor(locale);
  return (
    <fieldset>
      <legend>{words.commission}</legend>
      <p class="action-hint">{words.classHint}</p>
      {PAYMENT_METHODS.map((method) =>
        [null, ...VEHICLE_CLASSES].map((vehicleClass) => (
          <Field
            key={rateField(method, vehicleClass)}
            name={rateField(method, vehicleClass)}
            label={`${methods[method]}, ${
              vehicleClass === null ? words.anyClass : quote.classes[vehicleClass].name
            }`}
            typed={typed}
          />
        ))
      )}
    </fieldset>
  );
}

function Field({ name, label, typed }: { name: string; label: string; typed: Typed }) {
  return (
    <label class="action-field">
      <span>{label}</span>
      <input type="text" name={name} value={typed(name)} inputMode="decimal" dir="auto" />
    </label>
  );
}

function filled({ values, editions, today }: HolderSettlementData) {
  const latest = editions.at(-1);
  const draft = latest?.approvedBy === null ? latest : undefined;
  const stored = latest === undefined ? new Map<string, string>() : termsFields(latest.terms);
  stored.set("from", draft?.from ?? nextDate(today, 1));
  const isBack = values.get("action") === "write-terms";
  const typed: Typed = (name) => (isBack ? values.get(name) : stored.get(name)) ?? "";
  return { typed, draft };
}
