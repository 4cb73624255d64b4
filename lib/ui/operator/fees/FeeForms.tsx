// The forms of a draft of the fees: a new row, and how long a driver waits and what lateness gives back.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { amountFields, LATENESS_FIELDS } from "../../../board/fee-form.ts";
import type { FeeData } from "../../../board/fees-page.ts";
import { FAULTS, FEE_KINDS } from "../../../fees/fault.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** Properties of FeeForms. */
export interface FeeFormsProps {
  data: FeeData;
  locale: Locale;
}

/** Both; what was typed stands in them when the page came back. */
export function FeeForms({ data, locale }: FeeFormsProps) {
  const { fees: words } = textsFor(locale);
  return (
    <>
      <h2>{words.addRow}</h2>
      <NewRow data={data} locale={locale} />
      <TimesForm data={data} locale={locale} />
    </>
  );
}

function NewRow({ data, locale }: FeeFormsProps) {
  const { fees: words, quote } = textsFor(locale);
  const typed = (name: string) => data.values.get(name) ?? "";
  const classes = Object.fromEntries(VEHICLE_CLASSES.map((one) => [one, quote.classes[one].name]));
  return (
    <DraftForm data={data} action="add-row" label={words.add}>
      <Choice
        name="fault"
        label={words.columns.fault}
        of={words.faults}
        all={FAULTS}
        {...{ typed }}
      />
      <Choice
        name="kind"
        label={words.columns.kind}
        of={words.kinds}
        all={FEE_KINDS}
        {...{ typed }}
      />
      <label class="action-field">
        <span>{words.columns.place}</span>
        <input type="text" name="place" value={typed("place")} maxLength={60} dir="auto" />
        <span class="action-hint">{words.placeHint(data.zoneIds.join(", "))}</span>
      </label>
      <Choice
        name="vehicleClass"
        label={words.columns.vehicleClass}
        of={{ "": words.anyClass, ...classes }}
        all={["", ...VEHICLE_CLASSES]}
        typed={typed}
      />
      <Field type="time" name="from" label={words.from} value={typed("from")} />
      <Field type="time" name="until" label={words.until} value={typed("until")} />
      <Field name="withinMinutes" label={words.minutesField} value={typed("withinMinutes")} />
      <Amount name="amount" label={words.amountField} {...{ typed, locale }} />
    </DraftForm>
  );
}

function TimesForm({ data, locale }: FeeFormsProps) {
  const { fees: words } = textsFor(locale);
  const { matrix: { waitMinutes, lateness }, values } = data;
  const stored = new Map([["waitMinutes", String(waitMinutes)]]);
  lateness.forEach(({ fromMinutes, amount }, i) => {
    const { value, unit } = amountFields(amount);
    stored.set(`late${i}`, String(fromMinutes)).set(`back${i}`, String(value));
    stored.set(`back${i}Unit`, unit);
  });
  const typed = (name: string) =>
    (values.has("waitMinutes") ? values.get(name) : stored.get(name)) ?? "";
  return (
    <DraftForm data={data} action="save-times" label={words.save}>
      <Field name="waitMinutes" label={words.waitMinutes} value={typed("waitMinutes")} />
      {LATENESS_FIELDS.map((i) => (
        <>
          <Field name={`late${i}`} label={`${words.late} (${i + 1})`} value={typed(`late${i}`)} />
          <Amount
            name={`back${i}`}
            label={`${words.backField} (${i + 1})`}
            {...{ typed, locale }}
          />
        </>
      ))}
    </DraftForm>
  );
}

interface DraftFormProps {
  data: FeeData;
  action: string;
  label: string;
  children: ComponentChildren;
}

function DraftForm({ data, action, label, children }: DraftFormProps) {
  const { bookedFrom, draft, formToken } = data;
  return (
    <form class="action-form landmark-form" method="post" action={paths.adminFee(bookedFrom)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="revision" value={draft?.revision} />
      {children}
      <button type="submit" class="button primary" name="action" value={action}>{label}</button>
    </form>
  );
}

type Typed = (name: string) => string;

function Field(
  { name, label, value, type = "text" }: {
    name: string;
    label: string;
    value: string;
    type?: "text" | "time";
  },
) {
  const isNumber = type === "text";
  return (
    <label class="action-field">
      <span>{label}</span>
      <input type={type} name={name} value={value} inputMode={isNumber ? "numeric" : undefined} />
    </label>
  );
}

function Amount(
  { name, label, typed, locale }: { name: string; label: string; typed: Typed; locale: Locale },
) {
  const { fees: words } = textsFor(locale);
  const unit = `${name}Unit`;
  return (
    <>
      <Field name={name} label={label} value={typed(name)} />
      <Choice
        name={unit}
        label={`${words.unit}: ${label}`}
        of={words.units}
        all={["percent", "fixed"]}
        typed={typed}
      />
    </>
  );
}

function Choice<Word extends string>(
  { name, label, of, all, typed }: {
    name: string;
    label: string;
    of: Readonly<Record<string, string>>;
    all: readonly Word[];
    typed: Typed;
  },
) {
  return (
    <label class="action-field">
      <span>{label}</span>
      <select name={name}>
        {all.map((word) => (
          <option key={word} value={word} selected={word === typed(name)}>{of[word]}</option>
        ))}
      </select>
    </label>
  );
}
