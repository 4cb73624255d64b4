// Choosing a place by moving a map under a pin; the text field beside it is the way without a map.
import { MapControls } from "../lib/ui/customer/map/MapControls.tsx";
import { type StopTexts, stopWords } from "../lib/ui/customer/map/stop-words.ts";
import { type PinOptions, usePin } from "../lib/ui/customer/map/use-pin.ts";

/** Properties of MapPicker. */
export interface MapPickerProps extends Omit<PinOptions, "pinWords"> {
  texts:
    & Record<"open" | "title" | "hint" | "use" | "close" | "pinWords" | "label", string>
    & Record<"loading" | "failed" | "zoomIn" | "zoomOut", string>
    & StopTexts;
  /** Address of the icon sprite. */
  icons: string;
}

export default function MapPicker({ texts, icons, ...options }: MapPickerProps) {
  const { name } = options;
  const pin = usePin({ ...options, pinWords: texts.pinWords });
  const { state, picked } = pin;
  const isRefused = picked?.ok === false;
  return (
    <>
      <button
        type="button"
        class="map-open"
        hidden={!pin.isLive}
        aria-label={texts.open}
        title={texts.open}
        onClick={pin.open}
      >
        <svg class="icon" aria-hidden="true" width="20" height="20">
          <use href={`${icons}#map`} />
        </svg>
      </button>
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
          {picked ? stopWords(texts, picked) : ""}
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
    </>
  );
}
