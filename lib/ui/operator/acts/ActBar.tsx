// What was just done, at the foot of the board, and for some seconds the way back.
import { vehicleName } from "../../../board/day.ts";
import type { ActTexts } from "../../../i18n/act-texts.ts";
import { said } from "../../parts/Said.tsx";
import { type LastAct, secondsLeft } from "./last-act.ts";
import type { RefusedLook } from "./missed.ts";
import { refusedKey, RefusedWords } from "./RefusedWords.tsx";

/** Language and names the bar needs; a whole `Look` has them. */
export interface ActLook extends RefusedLook {
  texts: ActTexts;
}

/** What the bar shows. */
export interface ActBarProps {
  look: ActLook;
  last: LastAct;
  /** The server's clock as the page shows it. */
  nowMs: number;
}

type ShownAct = Exclude<LastAct, { kind: "none" }>;

/** The bar; its words are said once, the seconds that run are for the eye. */
export function ActBar({ look, last, nowMs }: ActBarProps) {
  return (
    <div class="act-bar" data-kind={last.kind}>
      <p class="visually-hidden" role="status">
        {last.kind === "none" || last.kind === "refused" ? "" : sentence(look, last, null)}
      </p>
      {last.kind !== "none" && <Shown look={look} last={last} nowMs={nowMs} />}
    </div>
  );
}

function Shown({ look, last, nowMs }: { look: ActLook; last: ShownAct; nowMs: number }) {
  const words = look.texts.lastAct;
  const seconds = last.kind === "done" ? secondsLeft(last) : null;
  return (
    <div class="act-shown">
      {last.kind === "refused"
        ? (
          <p role="alert">
            {last.undone > 0 && `${words.someUndone(last.undone, last.of)} `}
            <RefusedWords key={refusedKey(last)} look={look} refused={last} nowMs={nowMs} />
          </p>
        )
        : <p aria-hidden="true">{sentence(look, last, seconds)}</p>}
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
function sentence(
  look: ActLook,
  last: Exclude<ShownAct, { kind: "refused" }>,
  seconds: number | null,
): string {
  const words = look.texts.lastAct;
  if (last.kind === "undone") return last.of > 1 ? words.manyUndone(last.of) : words.undone;
  const { act, vehicleId, more } = last.done;
  const isMany = more.length > 0;
  const what = isMany ? words.manyAssigned(more.length + 1) : words.did[act.kind];
  if (last.kind === "undoing") return what;
  if (seconds === null) return `${what} ${words.canUndo}`;
  if (isMany) return `${what} ${words.manyGet(seconds)}`;
  const isGiven = act.kind === "assign" || act.kind === "move";
  const name = said(vehicleName(look.fleet, vehicleId));
  return isGiven ? `${what} ${words.gets(name, seconds)}` : what;
}
