// Who a ride is invoiced to: the fields below the choice of an invoice. None is required by the browser, for whoever pays by card
// fills in none; the server says what is missing.
import { textsFor } from "../../../i18n/texts.ts";
import { BUYER_KINDS, type BuyerKind } from "../../../invoicing/buyer.ts";
import type { BuyerValues } from "../../../invoicing/buyer-form.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { TextField, type TextFieldProps } from "../../parts/Field.tsx";
import type { ShownError } from "../../parts/ErrorList.tsx";

/** Properties of BuyerFields. */
export interface BuyerFieldsProps {
  locale: Locale;
  values: BuyerValues;
  errors: readonly ShownError[];
  /** True when people are invoiced, too. */
  hasPeople: boolean;
}

/** The fields. */
export function BuyerFields(props: BuyerFieldsProps) {
  const { locale, hasPeople } = props;
  const { buyer: words } = textsFor(locale).pay;
  return (
    <div class="pay-card pay-buyer">
      {hasPeople && <Kinds {...props} />}
      <Line {...props} name="buyerName" label={words.name} maxLength={80} />
      <Line
        {...props}
        name="organisationNumber"
        label={words.number}
        {...hasPeople ? { optional: words.firm } : {}}
        isCode
      />
      <Line {...props} name="street" label={words.street} maxLength={80} />
      <Line {...props} name="postcode" label={words.postcode} keyboard="numeric" isCode />
      <Line {...props} name="city" label={words.city} maxLength={80} />
      <Line {...props} name="buyerEmail" label={words.email} type="email" autoComplete="email" />
      <Line
        {...props}
        name="buyerReference"
        label={words.reference}
        optional={words.optional}
        hint={words.referenceHint}
        maxLength={80}
      />
      <Line {...props} name="peppolId" label={words.peppolId} optional={words.optional} isCode />
    </div>
  );
}

function Kinds({ locale, values }: BuyerFieldsProps) {
  const { buyer: words } = textsFor(locale).pay;
  const names: Readonly<Record<BuyerKind, string>> = { firm: words.firm, person: words.person };
  return (
    <fieldset>
      <legend>{words.kind}</legend>
      {BUYER_KINDS.map((kind) => (
        <label key={kind} class="pay-tick">
          <input
            type="radio"
            name="buyerKind"
            value={kind}
            checked={values.buyerKind === kind}
          />
          <span>{names[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Line(
  { values, errors, name, locale: _locale, hasPeople: _hasPeople, ...field }:
    & BuyerFieldsProps
    & Omit<TextFieldProps, "value" | "error" | "name">
    & { name: keyof BuyerValues },
) {
  const error = errors.find((one) => one.field === name)?.text;
  return <TextField {...field} {...{ name, error }} value={values[name]} isNeeded={false} />;
}
