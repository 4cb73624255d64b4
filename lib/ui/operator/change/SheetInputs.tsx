// The inputs of a sheet: each with its label and its error. Each begins with what stands in it; from then on it is the
// operator's.
import type { ComponentChildren } from "preact";
import type { SheetField } from "../../../board/sheet/sheet-values.ts";
import { FieldError } from "../../parts/Field.tsx";
import { startValue } from "../pane/start-value.ts";
import type { CountField, SheetView } from "./sheet-view.ts";

/** What every input has. */
export interface FieldProps {
  view: SheetView;
  name: Exclude<SheetField, "fromId" | "toId" | "overlap">;
}

/** A line of text. */
export function Text(
  props: FieldProps & {
    type?: "text" | "date" | "tel" | "email";
    maxLength?: number;
    hint?: string;
    isFirst?: boolean;
    /** Numbers and addresses are read from the left whatever the language. */
    isLatin?: boolean;
  },
) {
  const { view, name, type = "text", hint } = props;
  return (
    <Field view={view} name={name} hint={hint}>
      <input
        id={name}
        name={name}
        type={type}
        dir={props.isLatin ? "ltr" : "auto"}
        autocomplete="off"
        {...startValue(view.values[name])}
        {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
        {...(props.isFirst ? { autofocus: true } : {})}
        {...described(view, name, hint)}
      />
    </Field>
  );
}

/** A small number that is typed: one key is faster than a list. */
export function Count(
  { view, name, isFirst }: { view: SheetView; name: CountField; isFirst?: boolean },
) {
  const [min, max] = view.bounds[name];
  return (
    <Field view={view} name={name}>
      <input
        id={name}
        name={name}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        autocomplete="off"
        {...startValue(view.values[name])}
        {...(isFirst ? { autofocus: true } : {})}
        {...described(view, name)}
      />
    </Field>
  );
}

/** One of a few. */
export function Choice({ view, name, options }: FieldProps & {
  options: readonly { value: string; name: string }[];
}) {
  return (
    <Field view={view} name={name}>
      <select id={name} name={name} {...described(view, name)}>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === view.values[name]}
          >
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({ view, name, hint, children }: FieldProps & {
  hint?: string | undefined;
  children: ComponentChildren;
}) {
  const error = errorOf(view, name);
  return (
    <div class={error === undefined ? "sheet-field" : "sheet-field has-error"}>
      <label for={name}>{view.words.fields[name]}</label>
      {children}
      {hint !== undefined && <p class="sheet-hint" id={`${name}-hint`}>{hint}</p>}
      <FieldError id={`${name}-error`} text={error} />
    </div>
  );
}

/** What is wrong with a field, in words. */
export function errorOf({ errors }: SheetView, name: string): string | undefined {
  return errors.find(({ field }) => field === name)?.text;
}

function described(view: SheetView, name: string, hint?: string) {
  const isWrong = errorOf(view, name) !== undefined;
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(isWrong ? [`${name}-error`] : []),
  ];
  return {
    ...(ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") }),
    ...(isWrong ? { "aria-invalid": true } : {}),
  };
}
