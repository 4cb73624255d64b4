// Beside the button: what the trip costs from, as soon as it is known, and until when it can be cancelled
// free of charge; and a draft of the form kept in the tab.
import { useEffect, useRef, useState } from "preact/hooks";
import { formatMoney, formatUntil } from "../lib/i18n/format.ts";
import { readClockTime } from "../lib/kernel/clock-time.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { chosenDate } from "../lib/ui/customer/trip/chosen-date.ts";
import { freeUntil } from "../lib/ui/customer/trip/free-until.ts";
import {
  bringDraft,
  keepDraft,
  keepDraftBeyondTab,
  lowestPriceOre,
} from "../lib/ui/customer/trip/trip-preview.ts";

/** Properties of TripPreview. */
export interface TripPreviewProps {
  locale: Locale;
  /** Wall time in Sweden when the page was made. */
  now: string;
  /** Wall time of the pickup in the form. */
  pickup: string;
  freeUntilMinutes: number;
  texts: {
    /** Shown until a price is known. */
    promise: string;
    /** `Från {price}`. */
    from: string;
    hint: string;
    /** `Avboka gratis till {moment}.`, and what is said when that moment has passed. */
    free: string;
    late: string;
  };
  /** True when the server sent an empty form: a kept draft may fill it. */
  mayRestoreDraft: boolean;
}

/** Pause after the last change before asking, in ms: a price is not needed for every letter. */
const PAUSE_MS = 500;

export default function TripPreview(props: TripPreviewProps) {
  const { locale, texts } = props;
  const place = useRef<HTMLDivElement>(null);
  const [priceOre, setPriceOre] = useState<number | null>(null);
  const [pickup, setPickup] = useState(props.pickup);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    // It comes a moment later, into what nobody has touched; until then what is kept stays as it is.
    if (props.mayRestoreDraft) void bringDraft(form);
    else keepDraft(form);
    let asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const show = () => {
      setPickup(pickupIn(form));
      asking.abort();
      const current = asking = new AbortController();
      clearTimeout(timer);
      const preview = async () => {
        const found = await lowestPriceOre(form, current.signal);
        if (!current.signal.aborted) setPriceOre(found);
        await keepDraftBeyondTab(form);
      };
      // No price is an answer too.
      timer = setTimeout(() => void preview(), PAUSE_MS);
    };
    const onChange = () => {
      keepDraft(form);
      show();
    };
    show();
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
    <div ref={place} class="trip-preview">
      <p role="status">
        {priceOre === null ? texts.promise : (
          <>
            <strong>{texts.from.replace("{price}", formatMoney(locale, priceOre))}</strong>{" "}
            <span>{texts.hint}</span>
          </>
        )}
      </p>
      <p>{cancelText({ ...props, pickup })}</p>
    </div>
  );
}

function pickupIn(form: HTMLFormElement): string {
  const time = form.elements.namedItem("time");
  const typed = time instanceof HTMLInputElement ? time.value : "";
  return `${chosenDate(form)}T${readClockTime(typed) ?? ""}`;
}

/** Nothing while the pickup cannot be read. */
function cancelText({ locale, now, pickup, freeUntilMinutes, texts }: TripPreviewProps): string {
  const until = freeUntil(pickup, freeUntilMinutes);
  if (until === null) return "";
  return until > now ? texts.free.replace("{moment}", formatUntil(locale, until, now)) : texts.late;
}
