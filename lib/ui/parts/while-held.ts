// A button that goes on while it is held, and acts once for keyboards and screen readers.
import type { JSX } from "preact";

/** Wait before a held button repeats, and between its repeats, in ms. */
const FIRST_MS = 420;
const NEXT_MS = 90;

/** What is read of a pointer that goes down on the button. */
type Press = Pick<JSX.TargetedPointerEvent<HTMLButtonElement>, "button" | "pointerId"> & {
  currentTarget: Pick<HTMLButtonElement, "setPointerCapture">;
};

/** Handlers for a button that does `act` when pressed and again while it is held. */
export function whileHeld(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const again = (waitMs: number) => {
    timer = setTimeout(() => {
      act();
      again(NEXT_MS);
    }, waitMs);
  };
  return {
    onPointerDown(event: Press) {
      if (event.button !== 0) return;
      // Also when the finger slides off: the release is still ours to hear.
      event.currentTarget.setPointerCapture(event.pointerId);
      act();
      again(FIRST_MS);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onLostPointerCapture: stop,
    // No pointer was down: Enter, Space, or a screen reader's press.
    onClick: (event: Pick<MouseEvent, "detail">) => event.detail === 0 ? act() : undefined,
  };
}
