// All keys of the board in one place, and the switch for those of one letter.
import { Icon } from "../../parts/Icon.tsx";
import type { Look } from "../frame/look.ts";

/** Id of the dialog. */
export const KEYS_DIALOG = "board-keys";

/** What one key, or one after the other, does. */
export type KeyRow = readonly [names: string[], what: string];

/** The dialog; `?` opens it. */
export function KeysDialog({ look }: { look: Look }) {
  const words = look.texts.view.keys;
  const bulk = look.texts.bulk.keys;
  const keys: readonly KeyRow[] = [
    [["/"], words.search],
    [["N"], words.newBooking],
    [["G"], words.needs],
    [["↓", "↑"], words.move],
    [["J", "K"], words.move],
    [["Home", "End"], words.ends],
    [["↵"], words.open],
    [["Esc"], words.back],
    [["X"], bulk.pick],
    [["⇧", "↓"], bulk.extend],
    [["A"], bulk.assign],
    [["T"], words.assign],
    [["T", "T"], words.best],
    [["B"], words.findCar],
    [["1", "6"], words.offer],
    [["E"], words.change],
    [["M"], words.more],
    [["Z"], words.undo],
    [["?"], words.help],
  ];
  return <KeyTable look={look} keys={keys} />;
}

/** The dialog with the keys of a page. */
export function KeyTable({ look, keys }: { look: Look; keys: readonly KeyRow[] }) {
  const words = look.texts.view.keys;
  return (
    <dialog id={KEYS_DIALOG} class="keys-dialog" aria-labelledby="board-keys-title">
      <form method="dialog" class="keys-head">
        <h2 id="board-keys-title">{words.title}</h2>
        <button type="submit" class="icon-button" aria-label={words.close}>
          <Icon name="x" />
        </button>
      </form>
      <dl class="keys-list">
        {keys.map(([names, what]) => (
          <div key={names.join()}>
            <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="menu-check">
        <input type="checkbox" data-letters checked /> {words.letters}
      </label>
    </dialog>
  );
}
