// Beside the button: what the trip costs from, as soon as it is known; and a draft of the form kept in the tab.
import { useEffect, useRef, useState } from "preact/hooks";
import { formatMoney } from "../lib/i18n/format.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { keepDraft, lowestPriceOre, restoreDraft } from "../lib/ui/customer/trip/trip-preview.ts";

/** Properties of TripPreview. */
export interface TripPreviewProps {
  locale: Locale;
  /** Shown until a price is known. */
  rest: string;
  /** `Från {price}`. */
  from: string;
  hint: string;
  /** True when the server sent an empty form: a kept draft may fill it. */
  mayRestoreDraft: boolean;
}

/** Pause after the last change before asking, in ms: a price is not needed for every letter. */
const PAUSE_MS = 500;

export default function TripPreview(props: TripPreviewProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [priceOre, setPriceOre] = useState<number | null>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    if (props.mayRestoreDraft) restoreDraft(form);
    let asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const onChange = () => {
      keepDraft(form);
      asking.abort();
      const current = asking = new AbortController();
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const found = await lowestPriceOre(form, current.signal);
        if (!current.signal.aborted) setPriceOre(found);
      }, PAUSE_MS);
    };
    onChange();
    form.addEventListener("input", onChange);
    form.addEventListener("change", onChange);
    return () => {
      asking.abort();
      clearTimeout(timer);
      form.removeEventListener("input", onChange);
      form.removeEventListener("change", onChange);
    };
  }, []);

  return (
    <p ref={place} class="trip-preview" role="status">
      {priceOre === null ? props.rest : (
        <>
          <strong>{props.from.replace("{price}", formatMoney(props.locale, priceOre))}</strong>
          <span>{props.hint}</span>
        </>
      )}
    </p>
  );
}
