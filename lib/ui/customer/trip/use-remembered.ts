// Keeps the place of a field on this device when its form is sent: the next time it is offered first.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { type OfferedPlace, rememberPlace } from "./recent-places.ts";

/** `chosen` says which place stands in the field, null when the words were only written. */
export function useRemembered(
  input: RefObject<HTMLInputElement>,
  chosen: () => OfferedPlace | null,
): void {
  useEffect(() => {
    const form = input.current?.form;
    const onSubmit = (event: Event) => {
      const place = chosen();
      if (event.defaultPrevented || place === null) return;
      rememberPlace({ ...place, words: input.current?.value ?? place.name });
    };
    form?.addEventListener("submit", onSubmit);
    return () => form?.removeEventListener("submit", onSubmit);
  }, []);
}
