// Keeps the booking form it stands in through a refresh; shows nothing.
import { useEffect, useRef } from "preact/hooks";
import { keepContact, restoreContact } from "../lib/ui/customer/quote/contact-draft.ts";

export default function ContactDraft() {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    restoreContact(form);
    const keep = () => keepContact(form);
    form.addEventListener("input", keep);
    return () => form.removeEventListener("input", keep);
  }, []);

  return <span ref={place} hidden />;
}
