// A submit button that sends its form once, however often it is pressed. The server's idempotency key is
// the guarantee; this keeps a second press from looking like a second booking.
import { useEffect, useRef, useState } from "preact/hooks";

/** Properties of SubmitButton. */
export interface SubmitButtonProps {
  label: string;
  /** Shown while the form is on its way. */
  busyLabel: string;
  /** Extra class, for example `danger`. */
  kind?: string;
}

export default function SubmitButton({ label, busyLabel, kind = "primary" }: SubmitButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    let sent = false;
    const onSubmit = (event: SubmitEvent) => {
      // The page found something to correct first.
      if (event.defaultPrevented) return;
      if (sent) return event.preventDefault();
      sent = true;
      setIsBusy(true);
    };
    // Coming back with the back button shows the page as it was left; the form must work again.
    const onPageShow = () => {
      sent = false;
      setIsBusy(false);
    };
    form.addEventListener("submit", onSubmit);
    addEventListener("pageshow", onPageShow);
    return () => {
      form.removeEventListener("submit", onSubmit);
      removeEventListener("pageshow", onPageShow);
    };
  }, []);

  return (
    <button ref={button} type="submit" class={`button ${kind}`} aria-busy={isBusy}>
      {isBusy ? busyLabel : label}
    </button>
  );
}
