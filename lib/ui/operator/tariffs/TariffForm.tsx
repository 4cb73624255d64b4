// The form of the next tariff, complete without script: one button prices last month by it, the other publishes.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { EXTRA_FIELDS, RATE_FIELDS } from "../../../board/tariff-form.ts";
import type { TariffsData } from "../../../board/tariffs-page.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** Properties of TariffForm. */
export interface TariffFormProps {
  data: TariffsData;
  locale: Locale;
}

/** What a field is called: "Taxi, Grundavgift". */
export function tariffFieldName(column: string, locale: Locale): string {
  const fields: Readonly<Record<string, string>> = textsFor(locale).tariffs.fields;
  const [first = "", second] = column.split(".");
  const vehicleClass = VEHICLE_CLASSES.find((name) => name === first);
  if (vehicleClass === undefined || second === undefined) {
    return fields[second ?? first] ?? fields[first] ?? column;
  }
  return `${boardTexts(locale).classes[vehicleClass].name}, ${fields[second] ?? second}`;
}

/** The form. */
export function TariffForm({ data, locale }: TariffFormProps) {
  const { tariffs: words } = textsFor(locale);
  const { classes } = boardTexts(locale);
  return (
    <form
      class="action-form landmark-form fleet-form"
      method="post"
      action={paths.adminTariffs()}
      aria-describedby={data.problems.length === 0 ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input
        type="hidden"
        name="seen"
        value={data.tariffs.map(({ version }) => version).join(",")}
      />
      <Amount name="validFrom" type="date" data={data} label={words.fields.validFrom} />
      <Amount
        name="validUntil"
        type="date"
        data={data}
        label={`${words.fields.validUntil} (${words.optional})`}
      />
      {VEHICLE_CLASSES.map((vehicleClass) => (
        <fieldset key={vehicleClass} class="landmark-wide fleet-equipment">
          <legend>{classes[vehicleClass].name}</legend>
          {RATE_FIELDS.map((field) => (
            <Amount
              key={field}
              name={`${vehicleClass}.${field}`}
              data={data}
              label={words.fields[field]}
            />
          ))}
        </fieldset>
      ))}
      <p class="action-hint landmark-wide">{words.unsoldHint}</p>
      {EXTRA_FIELDS.map((field) => (
        <Amount key={field} name={field} data={data} label={words.fields[field]} />
      ))}
      <div class="landmark-wide tariff-buttons">
        <button type="submit" class="button primary" name="action" value="simulate">
          {words.simulate}
        </button>
        <button type="submit" class="button" name="action" value="publish">{words.publish}</button>
      </div>
    </form>
  );
}

function Amount(
  { name, label, data, type = "text" }: {
    name: string;
    label: string;
    data: TariffsData;
    type?: "text" | "date";
  },
) {
  const isWrong = data.problems.some(({ column }) => column === name);
  return (
    <label class="action-field">
      <span>{label}</span>
      <input
        type={type}
        name={name}
        value={data.values[name] ?? ""}
        inputMode={type === "text" ? "decimal" : undefined}
        maxLength={type === "text" ? 12 : undefined}
        aria-invalid={isWrong ? "true" : undefined}
      />
    </label>
  );
}
