// One icon of the sprite; always beside a word, so it is hidden from screen readers.
import { asset } from "fresh/runtime";
import type { IconName } from "./icon-names.ts";

/** Draws `name` at 1.25 em in the text's colour. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" aria-hidden="true" width="20" height="20">
      <use href={`${asset("/icons.svg")}#${name}`} />
    </svg>
  );
}
