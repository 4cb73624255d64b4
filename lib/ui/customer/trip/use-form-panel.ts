// A panel that opens from a field of the form, and closes when somebody turns to something else.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { hidePanel, showPanel } from "./form-panel.ts";

/** Whether the panel is open, and how to change that. */
export interface FormPanel {
  isOpen: boolean;
  open(): void;
  close(): void;
}

/** The panel called `name`; it belongs to the element `around` that `inside` stands in. */
export function useFormPanel(
  inside: RefObject<HTMLElement>,
  { name, around }: { name: string; around: string },
): FormPanel {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    hidePanel(inside.current, name);
  };
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !inside.current?.closest(around)?.contains(target)) close();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [isOpen]);
  return {
    isOpen,
    close,
    open() {
      setIsOpen(true);
      const form = showPanel(inside.current, name);
      // Once it is drawn: on a low window its last button would lie below the edge.
      requestAnimationFrame(() => form?.scrollIntoView({ block: "nearest" }));
    },
  };
}
