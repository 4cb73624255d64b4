// Choosing a place by moving a map under a pin; the text field beside it is the way without a map.
import type { ComponentChildren } from "preact";
import { MapControls } from "../lib/ui/customer/map/MapControls.tsx";
import { type StopTexts, stopWords } from "../lib/ui/customer/map/stop-words.ts";
import { type PinOptions, usePin } from "../lib/ui/customer/map/use-pin.ts";

/** Properties of MapPicker. */
export interface MapPickerProps extends Omit<PinOptions, "pinWords" | "isAnswer"> {
  texts:
    & Record<"open" | "title" | "hint" | "use" | "close" | "pinWords" | "label", string>
    & Record<"loading" | "failed" | "zoomIn" | "zoomOut", string>
    & StopTexts;
  /** Address of the icon sprite. */
  icons: string;
  /** Where the map is an answer to a question about what was typed: its row; the pin keeps the words and is sent. */
  row?: { title: string; text: string };
}

export default function MapPicker({ texts, icons, row, ...options }: MapPickerProps) {
  const { name } = options;
  const pin = usePin({ ...options, pinWords: texts.pinWords, isAnswer: row !== undefined });
  const { state, picked } = pin;
  const isRefused = picked?.ok === false;
  return (
    <>
      <OpenButton label={texts.open} row={row} isLive={pin.isLive} onClick={pin.open}>
        <svg class="icon" aria-hidden="true" width="20" height="20">
          <use href={`${icons}#map`} />
        </svg>
      </OpenButton>
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

/** The button beside the field, or the row below a question. */
function OpenButton({ label, row, isLive, onClick, children }: {
  label: string;
  row: MapPickerProps["row"] | undefined;
  isLive: boolean;
  onClick: () => void;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={row ? "map-row" : "map-open"}
      hidden={!isLive}
      {...(row ? {} : { "aria-label": label, title: label })}
      onClick={onClick}
    >
      {children}
      {row && (
        <span>
          <strong>{row.title}</strong>
          <small>{row.text}</small>
        </span>
      )}
    </button>
  );
}
