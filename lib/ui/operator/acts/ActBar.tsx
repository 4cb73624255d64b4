// What was just done, at the foot of the board, and for some seconds the way back.
import { vehicleName } from "../../../board/day.ts";
import { said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { problemText } from "../pane/problem-text.ts";
import { type LastAct, secondsLeft } from "./last-act.ts";

/** The bar; its words are said once, the seconds that run are for the eye. */
export function ActBar({ look, last }: { look: Look; last: LastAct }) {
  return (
    <div class="act-bar" data-kind={last.kind}>
      <p class="visually-hidden" role="status">{sentence(look, last, null)}</p>
      {last.kind !== "none" && <Shown look={look} last={last} />}
    </div>
  );
}

function Shown({ look, last }: { look: Look; last: Exclude<LastAct, { kind: "none" }> }) {
  const words = look.texts.lastAct;
  const seconds = last.kind === "done" ? secondsLeft(last) : null;
  return (
    <div class="act-shown">
      <p aria-hidden="true">{sentence(look, last, seconds)}</p>
      {last.kind === "done" || last.kind === "undoing"
        ? (
          <button
            type="button"
            class="button"
            data-undo
            aria-disabled={last.kind === "undoing"}
            aria-keyshortcuts="Z"
          >
            {last.kind === "undoing" ? words.undoing : words.undo}
            {seconds !== null && <span aria-hidden="true">{words.left(seconds)}</span>}
            <kbd aria-hidden="true">Z</kbd>
          </button>
        )
        : <button type="button" class="button" data-hide-act>{words.close}</button>}
    </div>
  );
}

/** `seconds` is null where the sentence is said aloud, which happens once. */
function sentence(look: Look, last: LastAct, seconds: number | null): string {
  const words = look.texts.lastAct;
  switch (last.kind) {
    case "none":
      return "";
    case "undone":
      return words.undone;
    case "refused":
      return problemText(look.texts, last.problem);
    case "done":
    case "undoing": {
      const { act, vehicleId } = last.done;
      const what = words.did[act.kind];
      if (last.kind === "undoing") return what;
      if (seconds === null) return `${what} ${words.canUndo}`;
      const isGiven = act.kind === "assign" || act.kind === "move";
      const name = said(vehicleName(look.fleet, vehicleId));
      return isGiven ? `${what} ${words.gets(name, seconds)}` : what;
    }
  }
}
