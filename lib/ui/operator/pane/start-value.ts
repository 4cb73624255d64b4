// What a field begins with; from then on the field is the operator's.

/**
 * Props of a field that begins with `value`, to be spread. `value` would be written back at every live
 * change; and precompiled JSX sends a plain `defaultValue` to the page as an attribute of that name.
 */
export function startValue(value: string): { defaultValue: string } {
  return { defaultValue: value };
}
