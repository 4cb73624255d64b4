// How a text field with a list behaves: the ARIA 1.2 combobox, https://www.w3.org/TR/wai-aria-1.2/#combobox.

/** The option the arrow keys stand on after `key`, going round; null when the key does not move. */
export function activeAfter(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return active <= 0 ? count - 1 : active - 1;
  return null;
}

/** What makes a text field a combobox over the list `<name>-list` with options `<name>-0`, `<name>-1` … */
export function comboboxProps(name: string, isOpen: boolean, active: number) {
  return {
    // Only while we suggest ourselves: browsers forget the value of a field that says so on the way back.
    autoComplete: "off",
    role: "combobox" as const,
    "aria-autocomplete": "list" as const,
    "aria-expanded": isOpen,
    "aria-controls": `${name}-list`,
    "aria-activedescendant": active >= 0 ? `${name}-${active}` : undefined,
  };
}
