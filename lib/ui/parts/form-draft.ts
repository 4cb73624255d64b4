// Puts kept values back into a form. What somebody has touched since the page came stays as it is.

/** A field as it came with the page: nobody has typed in it, and the browser has put nothing back. */
export function isUntouched(field: Element | RadioNodeList | null): boolean {
  if (field instanceof RadioNodeList) {
    // A frame around the buttons that has their name as its id is among them.
    return [...field].every((each) =>
      !(each instanceof HTMLInputElement) || each.checked === each.defaultChecked
    );
  }
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.value === field.defaultValue && field !== document.activeElement;
  }
  if (!(field instanceof HTMLSelectElement)) return false;
  return [...field.options].every(({ selected, defaultSelected }) => selected === defaultSelected);
}

/** Sets the field `name` to what was kept, unless somebody touched it. */
export function restoreField(form: HTMLFormElement, name: string, kept: unknown): void {
  const field = form.elements.namedItem(name);
  if (typeof kept !== "string" || field === null || !isUntouched(field)) return;
  if ("value" in field) field.value = kept;
}
