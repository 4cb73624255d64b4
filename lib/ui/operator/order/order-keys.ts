// The keys of an order: a digit takes a last trip, Alt F leads to the flight, Ctrl Enter books, Esc leaves.
import type { OrderWriter } from "./order-writer.ts";

/** Does what the key says; keys that mean nothing here stay the browser's. */
export function onOrderKey(
  event: KeyboardEvent,
  form: HTMLFormElement,
  writer: Pick<OrderWriter, "book" | "look">,
): void {
  if (event.defaultPrevented || !press(event, form, writer)) return;
  event.preventDefault();
}

function press(
  event: KeyboardEvent,
  form: HTMLFormElement,
  writer: Pick<OrderWriter, "book" | "look">,
): boolean {
  const { key, ctrlKey, metaKey, altKey, code } = event;
  const isPlain = !ctrlKey && !metaKey && !altKey;
  const follow = (selector: string) => {
    const link = form.querySelector<HTMLAnchorElement>(selector);
    link?.click();
    return link !== null;
  };
  if (key === "Enter" && (ctrlKey || metaKey)) writer.book();
  else if (altKey && code === "KeyF") form.querySelector<HTMLElement>("#flightNumber")?.focus();
  else if (altKey && /^Digit[1-3]$/.test(code)) return follow(`[data-trip="${code.slice(-1)}"]`);
  else if (isPlain && /^[1-3]$/.test(key) && waitsForTrip(form)) {
    return follow(`[data-trip="${key}"]`);
  } else if (key === "Escape" && isPlain && form.querySelector("[aria-expanded=true]") === null) {
    return follow("[data-close]");
  } else if (key === "Enter" && document.activeElement instanceof HTMLInputElement) {
    // Enter alone never books: it shows the price.
    void writer.look();
  } else return false;
  return true;
}

/** No trip is begun, and no number or address is being typed. */
function waitsForTrip(form: HTMLFormElement): boolean {
  const from = form.querySelector<HTMLInputElement>("#from");
  const at = document.activeElement?.id;
  return from?.value === "" && (at === "from" || at === "name");
}
