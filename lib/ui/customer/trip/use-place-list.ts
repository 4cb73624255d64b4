// What a place field offers: before anything is typed the places somebody keeps, those this device knows and the usual ones, then
// what the server finds; and nothing that comes too late.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Locale } from "../../../kernel/locale.ts";
import { MIN_QUERY_LENGTH, placeSuggestions } from "../place-suggestions.ts";
import { hidePanel, showPanel } from "./form-panel.ts";
import { knownGroups } from "./known-groups.ts";
import { loadChosenWords } from "./load-chosen-words.ts";
import type { PlaceGroup } from "./PlacePanel.tsx";
import {
  forgetPlaces,
  keepPlaces,
  keepsPlaces,
  offered,
  type OfferedPlace,
  recentPlaces,
} from "./recent-places.ts";

/** Wait for an answer before grey rows say that it is on its way, in ms. */
const SLOW_MS = 300;

/** What is shown below the field. */
export type PlaceListState =
  | { kind: "closed" | "searching" | "offline" | "abroad" | "nothing" }
  | { kind: "groups"; groups: PlaceGroup[] };

/** The list of one field, and what opens, fills and closes it. */
export interface PlaceList {
  state: PlaceListState;
  /** All places of all groups, as the arrow keys walk them. */
  places: readonly OfferedPlace[];
  open(): void;
  ask(words: string): void;
  close(): void;
  /** True while this device may keep what is chosen. */
  keeps: boolean;
  /** Says that it may, or that it may not and forgets what it has. */
  keep(mayKeep: boolean): void;
}

/** The list of the field `name`; `input` is its element. */
export function usePlaceList(
  input: RefObject<HTMLInputElement>,
  { name, locale, popular, own = [] }: {
    name: string;
    locale: Locale;
    popular: readonly OfferedPlace[];
    own?: readonly OfferedPlace[];
  },
): PlaceList {
  const [suggestions] = useState(() => placeSuggestions(locale));
  const [keeps, setKeeps] = useState(false);
  const [state, setState] = useState<PlaceListState>({ kind: "closed" });
  useEffect(() => {
    // Also when it closed before it was drawn: what opened late closes again.
    if (state.kind === "closed") return hidePanel(input.current, name);
    showPanel(input.current, name);
    // Without a network what is chosen stands as it is called.
    void loadChosenWords();
  }, [state.kind]);

  const list: PlaceList = {
    state,
    places: state.kind === "groups" ? state.groups.flatMap(({ places }) => places) : [],
    keeps,
    open() {
      setKeeps(keepsPlaces());
      setState({ kind: "groups", groups: knownGroups({ own, recent: recentPlaces(), popular }) });
    },
    close() {
      suggestions.cancel();
      setState({ kind: "closed" });
      // At once: a Tab on its way goes to what the panel hid.
      hidePanel(input.current, name);
    },
    keep(mayKeep) {
      if (mayKeep) keepPlaces();
      else forgetPlaces();
      list.open();
    },
    ask: (words) => void answer(words),
  };
  return list;

  /** Fills the list; a question that fails is an answer too. */
  async function answer(words: string): Promise<void> {
    if (words.trim().length < MIN_QUERY_LENGTH) {
      suggestions.cancel();
      return list.open();
    }
    // The usual places are no answer to what is typed: who is faster than the answer would take one of them.
    setState((shown) => isAnswer(shown) ? shown : { kind: "searching" });
    const slow = setTimeout(() => setState({ kind: "searching" }), SLOW_MS);
    const found = await suggestions.ask(words);
    clearTimeout(slow);
    if (found.kind === "stale") return;
    if (found.kind !== "places") return setState(found);
    const groups: PlaceGroup[] = [{ kind: "suggestions", places: found.places.map(offered) }];
    setState(found.places.length === 0 ? { kind: "nothing" } : { kind: "groups", groups });
  }
}

function isAnswer(shown: PlaceListState): boolean {
  return shown.kind !== "groups" || shown.groups[0]?.kind === "suggestions";
}
