// The form of a draft, complete without script: one button keeps it, the other prices last month by it.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DraftData } from "../../../board/draft-page.ts";
import { EXTRA_FIELDS, RATE_FIELDS } from "../../../board/tariff-form.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_DRAFT_NAME } from "../../../pricing/tariff-draft.ts";

/** Properties of TariffForm. */
export interface TariffFormProps {
  data: DraftData;
  locale: Locale;
}

/** The form. */
export function TariffForm({ data, locale }: TariffFormProps) {
  const { tariffs: words } = textsFor(locale);
  const { classes } = boardTexts(locale);
  const { fields, draft } = words;
  return (
    <form
      class="action-form landmark-form fleet-form"
      method="post"
      action={paths.adminDraft(data.draft.id)}
      aria-describedby={data.problems.length === 0 ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="seen" value={JSON.stringify(data.current)} />
      <Field name="name" kind="name" data={data} label={fields.name} />
      <Field name="validFrom" kind="date" data={data} label={fields.validFrom} />
      <Field
        name="validUntil"
        kind="date"
        data={data}
        label={`${fields.validUntil} (${words.optional})`}
      />
      {VEHICLE_CLASSES.map((vehicleClass) => (
        <fieldset key={vehicleClass} class="landmark-wide fleet-equipment">
          <legend>{classes[vehicleClass].name}</legend>
          {RATE_FIELDS.map((field) => (
            <Field
              key={field}
              name={`${vehicleClass}.${field}`}
              kind="amount"
              data={data}
              label={fields[field]}
            />
          ))}
        </fieldset>
      ))}
      <p class="action-hint landmark-wide">{words.unsoldHint}</p>
      {EXTRA_FIELDS.map((field) => (
        <Field key={field} name={field} kind="amount" data={data} label={fields[field]} />
      ))}
      <div class="landmark-wide tariff-buttons">
        <button type="submit" class="button primary" name="action" value="save">
          {draft.save}
        </button>
        <button type="submit" class="button" name="action" value="simulate">
          {draft.simulate}
        </button>
      </div>
    </form>
  );
}

/** Longest text of each kind of field. */
const MAX_LENGTH = { name: MAX_DRAFT_NAME, amount: 12, date: undefined } as const;

function Field(
  { name, kind, label, data }: {
    name: string;
    kind: keyof typeof MAX_LENGTH;
    label: string;
    data: DraftData;
  },
) {
  const isWrong = data.problems.some(({ column }) => column === name);
  return (
    <label class="action-field">
      <span>{label}</span>
      <input
        type={kind === "date" ? "date" : "text"}
        name={name}
        value={data.values[name] ?? ""}
        inputMode={kind === "amount" ? "decimal" : undefined}
        maxLength={MAX_LENGTH[kind]}
        dir={kind === "name" ? "auto" : undefined}
        aria-invalid={isWrong ? "true" : undefined}
      />
    </label>
  );
}
