// Puts where the device is into "from". The browser asks for leave when the button is pressed, never before.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Locale } from "../lib/kernel/locale.ts";
import type { PositionAnswer } from "../lib/ui/customer/trip/my-position.ts";
import { setEnd } from "../lib/ui/customer/trip/trip-ends.ts";

/** Properties of MyPosition. */
export interface MyPositionProps {
  locale: Locale;
  texts: Record<"label" | "looking" | Exclude<PositionAnswer["kind"], "place">, string>;
  /** Address of the icon sprite. */
  icons: string;
}

export default function MyPosition({ locale, texts, icons }: MyPositionProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [canAsk, setCanAsk] = useState(false);
  const [status, setStatus] = useState("");
  useEffect(() => setCanAsk("geolocation" in navigator), []);
  // What was said about the position is over once something is written in the field.
  useEffect(() => {
    const field = button.current?.form?.elements.namedItem("from");
    if (!(field instanceof HTMLElement)) return;
    const clear = () => setStatus("");
    field.addEventListener("input", clear);
    return () => field.removeEventListener("input", clear);
  }, []);

  async function ask() {
    setStatus(texts.looking);
    const answer = await position(locale);
    const form = button.current?.form;
    if (answer.kind !== "place") return setStatus(texts[answer.kind]);
    if (form) setEnd(form, "from", { words: answer.place.name, id: answer.place.id });
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="end-action my-position"
        hidden={!canAsk}
        onClick={() => void ask()}
      >
        <svg class="icon" aria-hidden="true" width="16" height="16">
          <use href={`${icons}#locate-fixed`} />
        </svg>
        {texts.label}
      </button>
      <p class="position-status" role="status">{status}</p>
    </>
  );
}

/** Loaded when it is asked for: most people write where they are. */
async function position(locale: Locale): Promise<PositionAnswer> {
  try {
    const { myPosition } = await import("../lib/ui/customer/trip/my-position.ts");
    return await myPosition(locale);
  } catch {
    return { kind: "offline" };
  }
}
