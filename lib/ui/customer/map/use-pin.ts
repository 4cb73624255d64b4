// The life of the dialog in which a pin is set: open, look the pin up where it rests, put it into the form.
import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Locale } from "../../../kernel/locale.ts";
import { pinId, type Point } from "../../../places/place.ts";
import type { PickedStop } from "../../../trip/pick-stop.ts";
import type { PointPicker } from "./pick-point.ts";
import type { PlaceFieldName } from "../trip/trip-questions.ts";
import { pinnedWords } from "../trip/pinned-words.ts";
import { askPin } from "../ask-pin.ts";
import { pointOfPin } from "./stop-words.ts";

/** What the dialog is about. */
export interface PinOptions {
  /** The field that is chosen for. */
  name: PlaceFieldName;
  locale: Locale;
  /** Stands in the field while the pin's own name is not known. */
  pinWords: string;
  /** Addresses of the road drawing and of the country's outline. */
  roads: string;
  country: string;
  /** Where the map opens when no pin is set; null for the middle of the town. */
  near: Point | null;
  /** True where the map answers a question about what was typed: the words stay, and the form is sent. */
  isAnswer: boolean;
}

/** The dialog as it is, and what can be done. */
export interface Pin {
  dialog: RefObject<HTMLDialogElement>;
  place: RefObject<HTMLDivElement>;
  state: "loading" | "ready" | "failed";
  /** What is known of the pin where it rests. */
  picked: PickedStop | null;
  open: () => Promise<void>;
  use: () => void;
  zoom: (steps: number) => void;
  close: () => void;
}

/** Everything but the markup. */
export function usePin({ name, locale, near, pinWords, isAnswer, ...maps }: PinOptions): Pin {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const picker = useRef<PointPicker | null>(null);
  const asking = useRef(new AbortController());
  const [state, setState] = useState<Pin["state"]>("loading");
  const [picked, setPicked] = useState<PickedStop | null>(null);
  const onRest = () => void look();

  async function open() {
    dialog.current?.showModal();
    const start = pointOfPin(fieldOf(dialog.current, `${name}Id`)?.value ?? "") ?? near;
    if (picker.current) {
      picker.current.resize();
      if (start) picker.current.moveTo(start);
      return place.current?.focus();
    }
    setState("loading");
    try {
      const { pickPoint } = await import("./pick-point.ts");
      if (!place.current) return;
      picker.current = await pickPoint(place.current, { ...maps, start, onRest });
      setState("ready");
      place.current.focus();
      await look();
    } catch {
      // No network: the dialog says so, and the address can be written instead.
      setState("failed");
    }
  }

  /** Asks where the car stops for the pin as it stands; a pin that moved meanwhile has its own question. */
  async function look() {
    asking.current.abort();
    const { signal } = asking.current = new AbortController();
    setPicked(null);
    const point = picker.current?.point();
    const reachMeters = picker.current?.reachMeters();
    const found = point ? await askPin({ ...point, reachMeters }, locale, signal) : null;
    if (signal.aborted) return;
    setPicked(found);
    if (found?.ok) picker.current?.showPlaces(found.around);
    picker.current?.showStop(found?.ok ? found.stop?.point ?? null : null);
  }

  function use() {
    const point = picker.current?.point();
    if (!point || picked?.ok === false) return;
    const called = picked?.ok ? picked.pin.name : pinWords;
    const typed = fieldOf(dialog.current, name)?.value ?? "";
    const words = pinnedWords(typed, isAnswer || near !== null, called);
    putInForm(dialog.current, name, words, pinId(point));
    dialog.current?.close();
    if (isAnswer) dialog.current?.closest("form")?.requestSubmit();
  }

  const zoom = (steps: number) => picker.current?.zoomBy(steps);
  return { dialog, place, state, picked, open, use, zoom, close: () => dialog.current?.close() };
}

function fieldOf(dialog: HTMLDialogElement | null, name: string): HTMLInputElement | null {
  const field = dialog?.closest("form")?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

function putInForm(
  dialog: HTMLDialogElement | null,
  name: string,
  words: string,
  id: string,
): void {
  for (const [part, value] of [["", words], ["Id", id], ["Asked", words]] as const) {
    const field = fieldOf(dialog, name + part);
    if (field) field.value = value;
  }
  dialog?.closest("form")?.dispatchEvent(new Event("change"));
}
