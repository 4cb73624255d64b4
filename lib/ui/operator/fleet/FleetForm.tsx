// The form of a permit holder, a vehicle or a driver, complete without script.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { equipmentCount, equipmentField } from "../../../board/fleet-form.ts";
import { FLEET_COLUMNS } from "../../../board/fleet-kinds.ts";
import type { Choice, FleetFormData } from "../../../board/fleet-page.ts";
import { HOLDER_KINDS } from "../../../fleet/permit-holder.ts";
import { EQUIPMENT_KINDS, VEHICLE_CLASSES, VEHICLE_REGIMES } from "../../../fleet/vehicle.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { said } from "../../parts/Said.tsx";
import { FLEET_PATHS } from "./fleet-paths.ts";
import { fieldName, shownValue } from "./fleet-words.ts";

/** Properties of FleetForm. */
export interface FleetFormProps {
  data: FleetFormData;
  locale: Locale;
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
  const words = (ids: readonly string[]) =>
    ids.map((id) => ({ id, name: shownValue(name, id, locale) }));
  switch (name) {
    case "class":
      return <Select {...props} choices={words(VEHICLE_CLASSES)} isAlwaysChosen />;
    case "kind":
      return <Select {...props} choices={words(HOLDER_KINDS)} isAlwaysChosen />;
    case "regime":
      return (
        <>
          <Select {...props} choices={words(VEHICLE_REGIMES)} isAlwaysChosen />
          <Hint name={name} data={data} locale={locale} />
        </>
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
  const label = fieldName(data.kind, name, locale);
  return (
    <div class={name === "note" ? "landmark-wide" : undefined}>
      <label class="action-field">
        <span>{isRequired ? label : `${label} (${fleet.optional})`}</span>
        <input
          type={isDate ? "date" : name === "phone" ? "tel" : name === "email" ? "email" : "text"}
          inputMode={isNumber || name === "driverCode" ? "numeric" : undefined}
          name={name}
          value={data.values[name] ?? ""}
          required={isRequired}
          maxLength={isDate ? undefined : 200}
          dir="auto"
          aria-invalid={isWrong(data, name)}
        />
      </label>
      <Hint name={name} data={data} locale={locale} />
    </div>
  );
}

function Select(
  { name, isRequired, data, locale, choices, isAlwaysChosen = false }: FieldProps & {
    choices: readonly Choice[];
    isAlwaysChosen?: boolean;
  },
) {
  const { fleet } = textsFor(locale);
  const chosen = data.values[name] ?? "";
  return (
    <label class="action-field">
      <span>{fieldName(data.kind, name, locale)}</span>
      <select name={name} required={isRequired} aria-invalid={isWrong(data, name)}>
        {!isAlwaysChosen && (
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
      <legend>{fieldName(data.kind, name, locale)}</legend>
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
        <span>{fieldName(data.kind, name, locale)}</span>
      </label>
      <Hint name={name} data={data} locale={locale} />
    </div>
  );
}

function Hint({ name, data: { kind }, locale }: FleetFormProps & { name: string }) {
  const hints: Readonly<Record<string, string>> = textsFor(locale).fleet.hints;
  // Customers ring a car, not its driver or the company behind it.
  const hint = name === "phone" && kind !== "vehicles" ? undefined : hints[name];
  return hint === undefined ? null : <p class="action-hint">{hint}</p>;
}

function isWrong({ problems }: FleetFormData, name: string): "true" | undefined {
  return problems.some(({ column }) => column === name) ? "true" : undefined;
}
