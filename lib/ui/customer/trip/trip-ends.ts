// The two ends of the trip in the form: what stands in them, set from elsewhere than the keyboard.

/** Names of an end's fields: its words, the place they mean, and the words that place was chosen for. */
const PARTS = ["", "Id", "Asked"] as const;

/** Puts a place into one end, and tells whoever listens to the form. */
export function setEnd(
  form: HTMLFormElement,
  end: "from" | "to",
  place: { words: string; id: string },
): void {
  const values = [place.words, place.id, place.words];
  PARTS.forEach((part, at) => {
    const input = fieldOf(form, end + part);
    if (input) input.value = values[at] ?? "";
  });
  tell(form, end);
}

/** Lets the ends change places. An answer to "which one" was given for the words it stood under, so it goes. */
export function swapEnds(form: HTMLFormElement): void {
  for (const part of PARTS) {
    const from = fieldOf(form, `from${part}`);
    const to = fieldOf(form, `to${part}`);
    if (from && to) [from.value, to.value] = [to.value, from.value];
  }
  for (const end of ["from", "to"] as const) {
    const asked = fieldOf(form, `${end}Asked`);
    if (asked && !fieldOf(form, `${end}Id`)?.value) asked.value = "";
    form.querySelector(`#${end}Choice-question`)?.remove();
    tell(form, end);
  }
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

/** As if it had been typed: preview, draft and errors listen to that. */
function tell(form: HTMLFormElement, end: string): void {
  fieldOf(form, end)?.dispatchEvent(new Event("input", { bubbles: true }));
}
