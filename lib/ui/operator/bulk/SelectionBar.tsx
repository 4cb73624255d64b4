// How many trips are chosen, whether all of them are seen, and what can be done with them: at the foot of the board.
import type { Look } from "../frame/look.ts";
import { MOST_SELECTED } from "./selection.ts";
import type { LiveSelection } from "./use-selection.ts";

/** What the bar shows. */
export interface SelectionBarProps {
  look: Look;
  selection: Pick<LiveSelection, "trips" | "unseen" | "isFull">;
}

/** The bar; with nothing chosen there is none. */
export function SelectionBar({ look, selection }: SelectionBarProps) {
  const words = look.texts.bulk;
  const { trips, unseen, isFull } = selection;
  return (
    <section class="select-bar" aria-label={words.bar} hidden={trips.length === 0}>
      <p role="status">
        {trips.length > 0 && <b>{words.selected(trips.length)}</b>}
        {unseen.size > 0 && <span>{words.unseen(unseen.size)}</span>}
        {isFull && <span>{words.full(MOST_SELECTED)}</span>}
      </p>
      <div class="select-acts">
        {unseen.size > 0 && (
          <button type="button" class="button" data-drop-unseen>{words.dropUnseen}</button>
        )}
        <button type="button" class="button" data-select-none>
          {words.clear} <kbd aria-hidden="true">Esc</kbd>
        </button>
        <button type="button" class="button primary" data-plan aria-keyshortcuts="A">
          {words.assign} <kbd aria-hidden="true">A</kbd>
        </button>
      </div>
    </section>
  );
}
