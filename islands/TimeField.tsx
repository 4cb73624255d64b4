// The pickup's time: a spin button one can type into, with steps beside it and a clock below it. Without
// JavaScript it is the browser's own field for a time; the server reads both.
import { useEffect, useRef, useState } from "preact/hooks";
import { formatTime, formatUntil } from "../lib/i18n/format.ts";
import { clockTime } from "../lib/kernel/clock-time.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { dateOf } from "../lib/kernel/wall-time.ts";
import { chosenDate } from "../lib/ui/customer/trip/chosen-date.ts";
import {
  firstMinute,
  hourCells,
  minuteCells,
  stepsOfKey,
} from "../lib/ui/customer/trip/time-choice.ts";
import { StepButton } from "../lib/ui/customer/trip/StepButton.tsx";
import { TimePanel } from "../lib/ui/customer/trip/TimePanel.tsx";
import { type FormPanel, useFormPanel } from "../lib/ui/customer/trip/use-form-panel.ts";
import { type TimeValue, useTimeValue } from "../lib/ui/customer/trip/use-time-value.ts";

/** Texts the field shows; `choose` has a place for `{moment}`. */
export type TimeFieldTexts = Record<
  "time" | "earlier" | "later" | "hour" | "minute" | "typing" | "panel" | "choose",
  string
>;

/** Properties of TimeField. */
export interface TimeFieldProps {
  locale: Locale;
  /** `06:40`, or whatever was typed. */
  value: string;
  /** Wall time in Sweden of the first pickup there can be. */
  earliest: string;
  /** Today in Sweden, whatever the browser's zone. */
  today: string;
  texts: TimeFieldTexts;
  hasError: boolean;
}

export default function TimeField(props: TimeFieldProps) {
  const { locale, value, earliest, today, texts } = props;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isLive, setIsLive] = useState(false);
  const date = () => chosenDate(input.current?.form ?? null) || dateOf(earliest);
  const first = () => firstMinute(date(), earliest);
  const shown = (minutes: number) => formatTime(locale, `${today}T${clockTime(minutes)}`);
  const time = useTimeValue(input, { value, isLive, shown, firstMinute: first });
  const panel = useFormPanel(box, { name: "time", around: ".pickup" });

  useEffect(() => setIsLive(true), []);

  function done() {
    panel.close();
    input.current?.focus();
  }

  return (
    <div
      ref={box}
      class={isLive ? "time-field is-live" : "time-field"}
      onKeyDown={(event) => leaving(event, panel.close, done)}
    >
      <div class="time-box">
        <StepButton name={texts.earlier} isPlus={false} onStep={() => time.step(-1)} />
        <input
          {...fieldProps(props)}
          {...(isLive ? spinButton(time.minutes, shown(time.minutes)) : { type: "time" })}
          ref={input}
          onClick={() => isLive && tapped(input.current, panel)}
          onInput={time.read}
          onBlur={() => isLive && time.settle()}
          onKeyDown={(event) => isLive && steer(event, time, panel)}
        />
        <StepButton name={texts.later} isPlus onStep={() => time.step(1)} />
      </div>
      {panel.isOpen && (
        <TimePanel
          texts={texts}
          hours={hourCells(time.minutes, first())}
          minutes={minuteCells(time.minutes, first())}
          done={chooseText(props, `${date()}T${clockTime(time.minutes)}`)}
          onChoose={time.set}
          onDone={done}
        />
      )}
    </div>
  );
}

/** Escape leads back to the field. Tab past an end closes first: what it hides is where Tab leads. */
function leaving(event: KeyboardEvent, close: () => void, done: () => void): void {
  const { target, currentTarget } = event;
  if (event.key === "Escape") return done();
  if (event.key !== "Tab" || !(currentTarget instanceof HTMLElement)) return;
  const end = event.shiftKey ? "input" : ".time-panel > .button";
  if (target === currentTarget.querySelector(end)) close();
}

/** What the keys of a spin button do, and the two that open the clock: space, and alt with an arrow. */
function steer(event: KeyboardEvent, time: TimeValue, panel: FormPanel): void {
  const steps = stepsOfKey(event.key);
  if (event.key === " " || (event.altKey && steps !== null)) {
    (panel.isOpen ? panel.close : panel.open)();
  } else if (steps !== null) time.step(steps);
  else if (panel.isOpen && event.key === "Enter") panel.close();
  else return;
  event.preventDefault();
}

/** The first tap opens the clock; the second is for who wants the keys of the phone instead. */
function tapped(input: HTMLInputElement | null, panel: FormPanel): void {
  input?.setAttribute("inputmode", panel.isOpen ? "numeric" : "none");
  panel.open();
}

function chooseText({ locale, today, texts }: TimeFieldProps, wallTime: string): string {
  return texts.choose.replace("{moment}", formatUntil(locale, wallTime, today));
}

/** Spread, because the value that the browser owns has no attribute of its name. */
function fieldProps({ value, texts, hasError }: TimeFieldProps) {
  return {
    id: "time",
    name: "time",
    "aria-label": texts.time,
    defaultValue: value,
    required: true,
    ...(hasError ? { "aria-invalid": true, "aria-describedby": "time-error" } : {}),
  };
}

/** A field of text that says it is a spin button. */
function spinButton(minutes: number, shown: string) {
  return {
    type: "text" as const,
    role: "spinbutton" as const,
    // Not on the browser's own field: without JavaScript it is the browser that keeps what was chosen.
    autoComplete: "off",
    inputMode: "none" as const,
    maxLength: 12,
    "aria-valuemin": 0,
    "aria-valuemax": 24 * 60 - 1,
    "aria-valuenow": minutes,
    "aria-valuetext": shown,
  };
}
