// The list a place field opens: each place with its kind as an icon and as a word.
import { kindWord, type Place } from "../../../places/place.ts";
import { PLACE_ICONS } from "../../parts/place-icon.ts";
import { Said } from "../../parts/Said.tsx";

/** Properties of SuggestionList. */
export interface SuggestionListProps {
  /** Name of the field; ids of the list and its options begin with it. */
  name: string;
  label: string;
  places: readonly Place[];
  /** Index of the option the arrow keys stand on, -1 for none. */
  active: number;
  kinds: Record<ReturnType<typeof kindWord>, string>;
  /** Address of the icon sprite. */
  icons: string;
  onChoose: (place: Place) => void;
}

/** A listbox; hidden while it is empty. */
export function SuggestionList(props: SuggestionListProps) {
  const { name, places, active, kinds, icons } = props;
  return (
    <ul
      id={`${name}-list`}
      class="suggestions"
      role="listbox"
      aria-label={props.label}
      hidden={places.length === 0}
    >
      {places.map((place, index) => (
        <li
          id={`${name}-${index}`}
          role="option"
          aria-selected={index === active}
          // A press must not blur the field before the click chooses.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(place)}
        >
          <svg class="icon" aria-hidden="true" width="20" height="20">
            <use href={`${icons}#${PLACE_ICONS[place.kind]}`} />
          </svg>
          <span class="suggestion-name">
            <Said>{place.name}</Said>
          </span>
          <span class="suggestion-kind">
            {[kinds[kindWord(place)], place.area].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
