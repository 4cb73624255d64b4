// Which date stands in the form: the chosen day's, or the one written beside "another date".

/** `YYYY-MM-DD`, "" when none is chosen yet. */
export function dateIn(form: FormData): string {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return text("day") || text("date");
}

/** The date of a form on the page; "" outside one. */
export function chosenDate(form: HTMLFormElement | null): string {
  return form === null ? "" : dateIn(new FormData(form));
}
