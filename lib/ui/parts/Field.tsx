// Form fields with their label, hint and error tied together, the way every form here draws them.
import type { JSX } from "preact";
import { Icon } from "./Icon.tsx";

/** What every field has. */
export interface FieldProps {
  name: string;
  label: string;
  value: string;
  /** Says why a label is not followed by a required value; shown after the label. */
  optional?: string;
  hint?: string;
  error?: string | undefined;
}

/** Properties of TextField. */
export interface TextFieldProps extends FieldProps {
  type?: "text" | "tel" | "email" | "date" | "time" | "password";
  /** False where a form is sent without it when another way is chosen. */
  isNeeded?: boolean;
  /** Letters and digits that are no word: read from the left, in capitals, and never corrected or filled in. */
  isCode?: boolean;
  autoComplete?:
    | "name"
    | "tel"
    | "email"
    | "username"
    | "current-password"
    | "new-password"
    | "one-time-code";
  /** The keyboard of a phone, where the type does not say it. */
  keyboard?: "numeric" | "email";
  maxLength?: number;
  min?: string;
  max?: string;
  rows?: number;
}

/** One line of text, or several when `rows` is given. */
export function TextField(props: TextFieldProps) {
  const { name, value, type = "text", isCode = false, isNeeded = true, optional, rows } = props;
  const shared = {
    id: name,
    name,
    required: isNeeded && optional === undefined,
    // What is typed is read in its own direction; a number or an address always from the left.
    dir: type === "text" && !isCode ? "auto" as const : "ltr" as const,
    ...(isCode ? CODE : {}),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.autoComplete === undefined ? {} : {
      autocomplete: props.autoComplete,
    }),
    ...(props.keyboard === undefined ? {} : { inputmode: props.keyboard }),
    ...describedBy(props),
  };
  return (
    <Field {...props}>
      {rows === undefined
        ? <input {...shared} type={type} value={value} min={props.min} max={props.max} />
        : <textarea {...shared} rows={rows}>{value}</textarea>}
    </Field>
  );
}

/** What a browser leaves alone in a code, and the keyboard it shows for it. */
const CODE = {
  autocomplete: "off",
  autocapitalize: "characters",
  spellcheck: false,
} as const;

/** Properties of CountField. */
export interface CountFieldProps extends FieldProps {
  from: number;
  upTo: number;
}

/** A small whole number, chosen from a list. */
export function CountField(props: CountFieldProps) {
  const { name, value, from, upTo } = props;
  const counts = Array.from({ length: upTo - from + 1 }, (_, i) => String(from + i));
  return (
    <Field {...props}>
      <select id={name} name={name} {...describedBy(props)}>
        {counts.map((count) => (
          <option key={count} value={count} selected={count === value}>{count}</option>
        ))}
      </select>
    </Field>
  );
}

/**
 * An error under its field; the shape and the word say it, not only the colour. Stands last in the element that
 * is marked with it, and is there without an error too: the page itself may find one (form-errors.ts).
 */
export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  return (
    <p class="field-error" id={id} hidden={text === undefined}>
      <Icon name="circle-alert" />
      <span>{text}</span>
    </p>
  );
}

function Field(
  { name, label, optional, hint, error, children }: FieldProps & { children: JSX.Element },
) {
  return (
    <div class={error === undefined ? "field" : "field has-error"}>
      <div class="field-box">
        <label for={name}>
          {label}
          {optional === undefined ? null : <span class="field-optional">{` (${optional})`}</span>}
        </label>
        {children}
      </div>
      {hint === undefined ? null : <p class="field-hint" id={`${name}-hint`}>{hint}</p>}
      <FieldError id={`${name}-error`} text={error} />
    </div>
  );
}

function describedBy({ name, hint, error }: FieldProps) {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ];
  return {
    ...(ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") }),
    ...(error === undefined ? {} : { "aria-invalid": true }),
  };
}
