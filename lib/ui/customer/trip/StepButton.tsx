// One step earlier or later beside the time; its sign is drawn here, so that it is there before the icons are.
import { useRef, useState } from "preact/hooks";
import { whileHeld } from "../../parts/while-held.ts";

/** Properties of StepButton. */
export interface StepButtonProps {
  name: string;
  isPlus: boolean;
  onStep: () => void;
}

/** A button that repeats while it is held. No stop for Tab: the arrow keys in the field do the same. */
export function StepButton({ name, isPlus, onStep }: StepButtonProps) {
  // One timer as long as the button lives: each step draws it anew.
  const step = useRef(onStep);
  step.current = onStep;
  const [held] = useState(() => whileHeld(() => step.current()));
  return (
    <button type="button" class="time-step" tabIndex={-1} aria-label={name} {...held}>
      <svg class="icon" aria-hidden="true" viewBox="0 0 24 24">
        <path d={isPlus ? "M5 12h14M12 5v14" : "M5 12h14"} />
      </svg>
    </button>
  );
}
