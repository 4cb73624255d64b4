// What a place field opens: places by group, each with its kind as an icon and as a word. On a phone it takes
// the form's place, so that nothing is half covered.
import { PLACE_ICONS } from "../../parts/place-icon.ts";
import { Said } from "../../parts/Said.tsx";
import type { KindWord, OfferedPlace } from "./recent-places.ts";

/** Places under one heading. */
export interface PlaceGroup {
  kind: "own" | "recent" | "popular" | "suggestions";
  places: readonly OfferedPlace[];
}

/** Properties of PlacePanel. */
export interface PlacePanelProps {
  /** Name of the field; ids of the list and its options begin with it. */
  name: string;
  groups: readonly PlaceGroup[];
  isSearching: boolean;
  /** Index of the option the arrow keys stand on, over all groups; -1 for none. */
  active: number;
  /** Index of the option that Tab takes; -1 for none. */
  tabAt: number;
  texts: Record<
    KindWord | PlaceGroup["kind"] | "searching" | "close" | "remember" | "forget",
    string
  >;
  /** Address of the icon sprite. */
  icons: string;
  onChoose: (place: OfferedPlace) => void;
  onClose: () => void;
  /** True while this device may keep what is chosen. */
  keeps: boolean;
  onKeep: (mayKeep: boolean) => void;
}

/** Rows that stand where the answer will, while it is awaited. */
const WAITING_ROWS = 3;

/** A listbox of groups, or grey rows while the answer is on its way. */
export function PlacePanel(props: PlacePanelProps) {
  const { name, groups, isSearching, texts, keeps } = props;
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { places }) => sum + places.length, 0)
  );
  return (
    // A press anywhere on it must not take the focus from the field before the click arrives.
    <div class="place-panel" onMouseDown={(event) => event.preventDefault()}>
      <button type="button" class="panel-close" tabIndex={-1} onClick={props.onClose}>
        {texts.close}
      </button>
      {isSearching && <WaitingRows words={texts.searching} />}
      <div
        id={`${name}-list`}
        class="suggestions"
        role="listbox"
        aria-label={texts.suggestions}
        hidden={isSearching || groups.length === 0}
      >
        {groups.map((group, at) => (
          <div key={group.kind} role="group" aria-label={texts[group.kind]}>
            <p class="suggestion-group" aria-hidden="true">{texts[group.kind]}</p>
            {group.places.map((place, index) => (
              <Option
                key={`${place.id} ${place.words}`}
                {...props}
                place={place}
                at={(starts[at] ?? 0) + index}
                icon={iconOf(group, place)}
              />
            ))}
          </div>
        ))}
      </div>
      {groups.some(({ kind }) => kind === "popular") && (
        <button
          type="button"
          class="panel-forget"
          tabIndex={-1}
          onClick={() => props.onKeep(!keeps)}
        >
          {keeps ? texts.forget : texts.remember}
        </button>
      )}
    </div>
  );
}

function Option(
  { name, place, at, icon, active, tabAt, texts, icons, onChoose }:
    & PlacePanelProps
    & { place: OfferedPlace; at: number; icon: string },
) {
  return (
    <div
      id={`${name}-${at}`}
      role="option"
      aria-selected={at === active}
      onClick={() => onChoose(place)}
    >
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${icons}#${icon}`} />
      </svg>
      <span class="suggestion-name">
        <Said>{place.own?.name ?? place.words ?? place.name}</Said>
      </span>
      <span class="suggestion-kind">
        {at === tabAt && <kbd class="suggestion-key" aria-hidden="true">Tab</kbd>}
        {place.own ? <Said>{place.words}</Said> : <KindAndArea {...{ place, texts }} />}
      </span>
    </div>
  );
}

function KindAndArea({ place, texts }: { place: OfferedPlace; texts: PlacePanelProps["texts"] }) {
  return (
    <>
      {texts[place.kindWord]}
      {place.area === "" ? null : (
        <>
          , <Said>{place.area}</Said>
        </>
      )}
    </>
  );
}

function iconOf({ kind }: PlaceGroup, place: OfferedPlace): string {
  if (place.own) return place.own.icon;
  return kind === "recent" ? "history" : PLACE_ICONS[place.kind];
}

/** As many rows as a short answer has, of their height: nothing jumps when it comes. */
function WaitingRows({ words }: { words: string }) {
  return (
    <div class="waiting-rows">
      <p class="suggestion-group">{words}</p>
      {Array.from({ length: WAITING_ROWS }, (_, row) => <div key={row} class="waiting-row" />)}
    </div>
  );
}
