// A field of the order: label above, error below, tied together.
import type { ComponentChildren } from "preact";
import { FieldError } from "../../parts/Field.tsx";

/** Properties of OrderField. */
export interface OrderFieldProps {
  name: string;
  label: string;
  error?: string | undefined;
  /** Names this field's key, `Alt+F`. */
  shortcut?: string;
  children: ComponentChildren;
}

/** The field around its control. */
export function OrderField({ name, label, error, shortcut, children }: OrderFieldProps) {
  return (
    <div class={error === undefined ? "order-field" : "order-field has-error"}>
      <label for={name}>
        {label}
        {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
      </label>
      {children}
      <FieldError id={`${name}-error`} text={error} />
    </div>
  );
}
