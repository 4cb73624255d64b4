// What stands in the time field: typed, stepped or tapped, and always written the way clocks show it.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { minutesOf, readClockTime } from "../../../kernel/clock-time.ts";
import { stepped } from "./time-choice.ts";

/** The field's time and the ways to change it. */
export interface TimeValue {
  /** Minutes after midnight; noon while no time can be read. */
  minutes: number;
  set(minutes: number): void;
  step(steps: number): void;
  /** Reads the field again, as after a key. */
  read(): void;
  /** Writes what was typed the way clocks show it; what is no time stays as it is. */
  settle(): void;
}

/** Follows `field` from the moment the page is live. `firstMinute` says what is the earliest on the chosen day. */
export function useTimeValue(
  field: RefObject<HTMLInputElement>,
  options: {
    value: string;
    isLive: boolean;
    shown: (minutes: number) => string;
    firstMinute: () => number;
  },
): TimeValue {
  const { value, isLive, shown, firstMinute } = options;
  // A new object each time, so that the clock is drawn for another day also at the same time of it.
  const [{ minutes }, setTime] = useState(() => ({ minutes: minutesIn(value) }));
  const read = () => setTime({ minutes: minutesIn(field.current?.value ?? "") });
  const settle = () => {
    const time = readClockTime(field.current?.value ?? "");
    if (field.current && time !== null) rewrite(field.current, shown(minutesOf(time)));
    read();
  };
  const set = (to: number) => {
    if (!field.current) return;
    field.current.value = shown(to);
    setTime({ minutes: to });
    // As if it had been typed: preview, draft and errors listen to that.
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // The browser owns the value: what was typed before the script came is read, not replaced. In the frame in which the
  // field becomes a text, so that nobody sees the time written the other way.
  useLayoutEffect(() => {
    if (!isLive) return;
    settle();
    const form = field.current?.form;
    // Another day has other times that have passed, and a draft may have put another time in. Who is typing is left
    // alone until they are done.
    const follow = () => document.activeElement === field.current ? read() : settle();
    form?.addEventListener("change", follow);
    return () => form?.removeEventListener("change", follow);
  }, [isLive]);

  return {
    minutes,
    set,
    read,
    settle,
    step: (steps) => set(stepped(minutesIn(field.current?.value ?? ""), steps, firstMinute())),
  };
}

/** Another way to write the same: a field nobody touched stays one (form-draft.ts). */
function rewrite(field: HTMLInputElement, text: string): void {
  const isUntouched = field.value === field.defaultValue;
  field.value = text;
  if (isUntouched) field.defaultValue = text;
}

function minutesIn(text: string): number {
  return minutesOf(readClockTime(text) ?? "12:00");
}
