// The errors of the form it stands in: shown with the page, found when it is about to be sent, gone when
// their fields are corrected. Without JavaScript the server's are shown until the form is sent again.
import { useEffect, useRef, useState } from "preact/hooks";
import { formatCount } from "../lib/i18n/format.ts";
import type { Plural } from "../lib/i18n/plural.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { ErrorList, type ShownError } from "../lib/ui/parts/ErrorList.tsx";
import {
  failedChecks,
  type FieldCheck,
  markFields,
  remainingErrors,
} from "../lib/ui/parts/form-errors.ts";

/** Properties of FormErrors. */
export interface FormErrorsProps {
  locale: Locale;
  summary: Plural;
  errors: readonly ShownError[];
  checks: readonly FieldCheck[];
  /** Address of the icon sprite. */
  icons: string;
  /** What the link to our number says, where an error is for the telephone. */
  call: string;
}

export default function FormErrors(props: FormErrorsProps) {
  const { locale, summary, errors, checks, icons, call } = props;
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(errors);
  /** Counts the refusals of the page: each leads to the list. */
  const [refusals, setRefusals] = useState(0);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let current = errors;
    const show = (next: readonly ShownError[]) => {
      current = next;
      markFields(form, next);
      setShown(next);
    };
    // First of all that listens, so that nobody else takes the form for sent.
    const onSubmit = (event: SubmitEvent) => {
      const failed = failedChecks(new FormData(form), checks);
      if (failed.length === 0) return;
      event.preventDefault();
      show(failed);
      setRefusals((count) => count + 1);
    };
    const onChange = ({ target }: Event) => {
      if (current.length === 0 || !(target instanceof Element)) return;
      const remaining = remainingErrors(form, target, { errors: current, checks });
      if (remaining.length < current.length) show(remaining);
    };
    form.addEventListener("submit", onSubmit, true);
    form.addEventListener("input", onChange);
    form.addEventListener("change", onChange);
    return () => {
      form.removeEventListener("submit", onSubmit, true);
      form.removeEventListener("input", onChange);
      form.removeEventListener("change", onChange);
    };
  }, []);
  // The page that came with errors has led there by itself; somebody may be at a field by the time it comes to life.
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);

  return (
    <div ref={place} class="form-errors">
      {shown.length > 0 && (
        <ErrorList
          box={box}
          title={formatCount(locale, shown.length, summary)}
          errors={shown}
          icons={icons}
          call={call}
        />
      )}
    </div>
  );
}
