// The form of a vehicle or a driver, complete without script.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { equipmentCount, equipmentField } from "../../../board/fleet-form.ts";
import { FLEET_COLUMNS } from "../../../board/fleet-kinds.ts";
import type { Choice, FleetFormData } from "../../../board/fleet-page.ts";
import { EQUIPMENT_KINDS, VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { said } from "../../parts/Said.tsx";
import { FLEET_PATHS } from "./fleet-paths.ts";

/** Properties of FleetForm. */
export interface FleetFormProps {
  data: FleetFormData;
  locale: Locale;
}

/** What a column is called. */
export function fieldName(column: string, locale: Locale): string {
  const fields: Readonly<Record<string, string>> = textsFor(locale).fleet.fields;
  return fields[column] ?? column;
}

/** Adds one, or changes the one that is shown. */
export function FleetForm({ data, locale }: FleetFormProps) {
  const { kind, id, current, formToken, problems } = data;
  const { fleet } = textsFor(locale);
  return (
    <form
      class="action-form landmark-form fleet-form"
      method="post"
      action={id === "" ? FLEET_PATHS[kind].list() : FLEET_PATHS[kind].one(id)}
      aria-describedby={problems.length === 0 ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="seen" value={current === null ? "" : JSON.stringify(current)} />
      {FLEET_COLUMNS[kind].columns.filter(({ name }) => name !== "id" || id === "")
        .map(({ name, isRequired = false }) => (
          <Field key={name} {...{ name, isRequired, data, locale }} />
        ))}
      <button
        type="submit"
        class="button primary"
        name="action"
        value={id === "" ? "add" : "change"}
      >
        {id === "" ? fleet[kind].create : fleet.save}
      </button>
    </form>
  );
}

interface FieldProps extends FleetFormProps {
  name: string;
  isRequired: boolean;
}

function Field(props: FieldProps) {
  const { name, data, locale } = props;
  const { classes } = boardTexts(locale);
  switch (name) {
    case "class":
      return (
        <Select
          {...props}
          choices={VEHICLE_CLASSES.map((one) => ({ id: one, name: classes[one].name }))}
        />
      );
    case "permitHolder":
      return <Select {...props} choices={data.holders} />;
    case "vehicle":
      return <Select {...props} choices={data.vehicles} />;
    case "equipment":
      return <Equipment {...props} />;
    case "inTraffic":
      return <Tick {...props} />;
    default:
      return <Line {...props} />;
  }
}

function Line({ name, isRequired, data, locale }: FieldProps) {
  const { fleet } = textsFor(locale);
  const isDate = name === "from" || name === "until";
  const isNumber = name === "seats" || name === "wheelchairs";
  const label = fieldName(name, locale);
  return (
    <div class={name === "note" ? "landmark-wide" : undefined}>
      <label class="action-field">
        <span>{isRequired ? label : `${label} (${fleet.optional})`}</span>
        <input
          type={isDate ? "date" : name === "phone" ? "tel" : "text"}
          inputMode={isNumber || name === "driverCode" ? "numeric" : undefined}
          name={name}
          value={data.values[name] ?? ""}
          required={isRequired}
          maxLength={isDate ? undefined : 200}
          dir="auto"
          aria-invalid={isWrong(data, name)}
        />
      </label>
      <Hint name={name} locale={locale} />
    </div>
  );
}

function Select(
  { name, isRequired, data, locale, choices }: FieldProps & { choices: readonly Choice[] },
) {
  const { fleet } = textsFor(locale);
  const chosen = data.values[name] ?? "";
  return (
    <label class="action-field">
      <span>{fieldName(name, locale)}</span>
      <select name={name} required={isRequired} aria-invalid={isWrong(data, name)}>
        {name !== "class" && (
          <option value="" selected={chosen === ""}>
            {isRequired ? fleet.choose : fleet.none}
          </option>
        )}
        {choices.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === chosen}>{said(one.name)}</option>
        ))}
      </select>
    </label>
  );
}

function Equipment({ name, data, locale }: FieldProps) {
  const { fleet } = textsFor(locale);
  return (
    <fieldset class="landmark-wide fleet-equipment">
      <legend>{fieldName(name, locale)}</legend>
      {EQUIPMENT_KINDS.map((kind) => (
        <label key={kind} class="action-field">
          <span>{fleet.equipment[kind]}</span>
          <input
            type="number"
            min={0}
            max={9}
            name={equipmentField(kind)}
            value={equipmentCount(data.values, kind)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Tick({ name, data, locale }: FieldProps) {
  return (
    <div class="landmark-wide">
      <label class="landmark-tick">
        <input type="checkbox" name={name} value="yes" checked={data.values[name] === "yes"} />
        <span>{fieldName(name, locale)}</span>
      </label>
      <Hint name={name} locale={locale} />
    </div>
  );
}

function Hint({ name, locale }: { name: string; locale: Locale }) {
  const hints: Readonly<Record<string, string>> = textsFor(locale).fleet.hints;
  const hint = hints[name];
  return hint === undefined ? null : <p class="action-hint">{hint}</p>;
}

function isWrong({ problems }: FleetFormData, name: string): "true" | undefined {
  return problems.some(({ column }) => column === name) ? "true" : undefined;
}
