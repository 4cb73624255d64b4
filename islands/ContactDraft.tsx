// Keeps the booking form it stands in through a refresh; shows nothing.
import { useEffect, useRef } from "preact/hooks";
import { forget } from "../lib/ui/customer/kept/kept-store.ts";
import { keepContact, restoreContact } from "../lib/ui/customer/quote/contact-draft.ts";

export default function ContactDraft() {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    restoreContact(form);
    const keep = () => keepContact(form);
    // Who books has no use for the draft of the trip any more.
    const book = () => void forget("draft");
    form.addEventListener("input", keep);
    form.addEventListener("submit", book);
    return () => {
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", book);
    };
  }, []);

  return <span ref={place} hidden />;
}
