// Choosing a place by moving a map under a pin; the text field beside it is the way without a map.
import { useEffect, useRef, useState } from "preact/hooks";
import { pinId, type Point } from "../lib/places/place.ts";
import type { PointPicker } from "../lib/ui/customer/map/pick-point.ts";
import { pinnedWords } from "../lib/ui/customer/trip/chosen-words.ts";

/** Properties of MapPicker. */
export interface MapPickerProps {
  /** Which end of the trip is chosen. */
  name: "from" | "to";
  texts: Record<
    | "open"
    | "title"
    | "hint"
    | "use"
    | "close"
    | "pinWords"
    | "loading"
    | "failed"
    | "zoomIn"
    | "zoomOut"
    | "label",
    string
  >;
  /** Addresses of the road drawing and of the icon sprite. */
  roads: string;
  icons: string;
  /** Where the map opens; null for the middle of the town. */
  near: Point | null;
}

export default function MapPicker({ name, texts, roads, icons, near }: MapPickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const picker = useRef<PointPicker | null>(null);
  const [isLive, setIsLive] = useState(false);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");

  useEffect(() => setIsLive(true), []);

  async function open() {
    dialog.current?.showModal();
    if (picker.current) return picker.current.resize();
    setState("loading");
    try {
      const { pickPoint } = await import("../lib/ui/customer/map/pick-point.ts");
      if (place.current) picker.current = await pickPoint(place.current, roads, near);
      setState("ready");
    } catch {
      // No network: the dialog says so, and the address can be written instead.
      setState("failed");
    }
  }

  function use() {
    const form = dialog.current?.closest("form");
    const point = picker.current?.point();
    if (!form || !point) return;
    setPin(form, name, point, (typed) => pinnedWords(typed, near !== null, texts.pinWords));
    dialog.current?.close();
  }

  const icon = (id: string) => (
    <svg class="icon" aria-hidden="true" width="20" height="20">
      <use href={`${icons}#${id}`} />
    </svg>
  );
  const zoom = (steps: number, label: string) => (
    <button
      type="button"
      class="button"
      aria-label={label}
      onClick={() => picker.current?.zoomBy(steps)}
    >
      {steps > 0 ? "+" : "–"}
    </button>
  );

  return (
    <>
      <button
        type="button"
        class="map-open"
        hidden={!isLive}
        aria-label={texts.open}
        title={texts.open}
        onClick={open}
      >
        {icon("map")}
      </button>
      <dialog ref={dialog} class="map-dialog" aria-labelledby={`${name}-map-title`}>
        <h2 id={`${name}-map-title`}>{texts.title}</h2>
        <p>{texts.hint}</p>
        <div class="map-frame">
          <div ref={place} class="route-map-place" role="application" aria-label={texts.label} />
          {state === "ready"
            ? <span class="map-pin">{icon("map-pin")}</span>
            : <p class="route-map-words" role="status">{texts[state]}</p>}
          <div class="map-zoom">
            {zoom(1, texts.zoomIn)}
            {zoom(-1, texts.zoomOut)}
          </div>
        </div>
        <div class="button-row">
          <button type="button" class="button primary" disabled={state !== "ready"} onClick={use}>
            {texts.use}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {texts.close}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** Puts the pin into the form; `wordsFor` makes its words of what stands in the field. */
function setPin(
  form: HTMLFormElement,
  name: string,
  point: Point,
  wordsFor: (typed: string) => string,
): void {
  const field = form.elements.namedItem(name);
  const words = wordsFor(field instanceof HTMLInputElement ? field.value : "");
  for (const [part, value] of Object.entries({ "": words, Id: pinId(point), Asked: words })) {
    const input = form.elements.namedItem(name + part);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  form.dispatchEvent(new Event("change"));
}
