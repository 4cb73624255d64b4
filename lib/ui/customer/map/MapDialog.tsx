// The dialog in which a pin is set, loaded when it is asked for.
import { useEffect } from "preact/hooks";
import { MapControls } from "./MapControls.tsx";
import { type StopTexts, stopWords } from "./stop-words.ts";
import { type PinOptions, usePin } from "./use-pin.ts";

/** Properties of MapDialog. */
export interface MapDialogProps extends Omit<PinOptions, "pinWords"> {
  texts:
    & Record<"title" | "hint" | "use" | "close" | "pinWords" | "label", string>
    & Record<"loading" | "failed" | "zoomIn" | "zoomOut", string>
    & StopTexts;
  /** Address of the icon sprite. */
  icons: string;
  /** How often it was opened; each time it comes up again. */
  opened: number;
}

/** A map under a pin, what is known of the place it points at, and the button that takes it. */
export function MapDialog({ texts, icons, opened, ...options }: MapDialogProps) {
  const { name } = options;
  const pin = usePin({ ...options, pinWords: texts.pinWords });
  const { state, picked } = pin;
  const isRefused = picked?.ok === false;
  useEffect(() => void pin.open(), [opened]);
  return (
    <dialog ref={pin.dialog} class="map-dialog" aria-labelledby={`${name}-map-title`}>
      <h2 id={`${name}-map-title`}>{texts.title}</h2>
      <p>{texts.hint}</p>
      <div class="map-frame">
        <div
          ref={pin.place}
          class="route-map-place"
          role="application"
          aria-label={texts.label}
        />
        {state === "ready"
          ? <MapControls texts={texts} icons={icons} onZoom={pin.zoom} />
          : <p class="route-map-words" role="status">{texts[state]}</p>}
      </div>
      <p class={`map-answer${isRefused ? " refused" : ""}`} role="status">
        {picked ? stopWords(texts, picked, options.locale) : ""}
      </p>
      <div class="button-row">
        <button
          type="button"
          class="button primary"
          disabled={state !== "ready" || isRefused}
          onClick={pin.use}
        >
          {texts.use}
        </button>
        <button type="button" class="button" onClick={pin.close}>{texts.close}</button>
      </div>
    </dialog>
  );
}
