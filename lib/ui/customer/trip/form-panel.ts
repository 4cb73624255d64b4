// A list or a clock that takes the form's place on a phone: the form says which one, its style sheet hides the rest.

/** Shows the panel called `panel` of the form that `inside` stands in; that form, if there is one. */
export function showPanel(inside: Pick<Element, "closest"> | null, panel: string) {
  const form = inside?.closest("form") ?? null;
  if (form) form.dataset.panel = panel;
  return form;
}

/** Gives the form back its place, unless another panel took it meanwhile. */
export function hidePanel(inside: Pick<Element, "closest"> | null, panel: string): void {
  const form = inside?.closest("form");
  if (form?.dataset.panel === panel) delete form.dataset.panel;
}
