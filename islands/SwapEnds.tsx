// The button that lets from and to change places. Without JavaScript there is none: the words can be written.
import { useEffect, useRef, useState } from "preact/hooks";
import { swapEnds } from "../lib/ui/customer/trip/trip-ends.ts";

/** Properties of SwapEnds. */
export interface SwapEndsProps {
  label: string;
  /** Address of the icon sprite. */
  icons: string;
}

export default function SwapEnds({ label, icons }: SwapEndsProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);

  function swap() {
    const form = button.current?.form;
    if (form) swapEnds(form);
  }

  return (
    <button
      ref={button}
      type="button"
      class="swap-ends"
      hidden={!isLive}
      aria-label={label}
      title={label}
      onClick={swap}
    >
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${icons}#arrow-up-down`} />
      </svg>
    </button>
  );
}
