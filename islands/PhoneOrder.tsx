// Keeps the price of an order current while it is written, and lets it be taken with the keyboard alone: asks the
// page itself and puts its parts in place. Shows nothing of its own; without it the buttons do the same.
import { useEffect, useRef } from "preact/hooks";
import { onOrderKey } from "../lib/ui/operator/order/order-keys.ts";
import { OrderWriter } from "../lib/ui/operator/order/order-writer.ts";

export default function PhoneOrder() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const writer = new OrderWriter(form);
    const onChange = (event: Event) => writer.changed(event);
    const onSubmit = (event: SubmitEvent) => writer.submitted(event);
    const onKey = (event: KeyboardEvent) => onOrderKey(event, form, writer);
    writer.begin();
    form.addEventListener("input", onChange);
    form.addEventListener("change", onChange);
    form.addEventListener("submit", onSubmit);
    addEventListener("keydown", onKey);
    return () => {
      writer.stop();
      form.removeEventListener("input", onChange);
      form.removeEventListener("change", onChange);
      form.removeEventListener("submit", onSubmit);
      removeEventListener("keydown", onKey);
    };
  }, []);
  return <span ref={place} hidden />;
}
