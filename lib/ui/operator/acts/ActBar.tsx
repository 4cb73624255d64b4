// What was just done, at the foot of the board, and for some seconds the way back.
import { vehicleName } from "../../../board/day.ts";
import type { ActTexts } from "../../../i18n/act-texts.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { paths } from "../../../kernel/paths.ts";
import { clockTime } from "../frame/look.ts";
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
  formToken: string;
  /** False without script: then nothing counts the seconds, and a form takes the act back. */
  isLive: boolean;
}

type ShownAct = Exclude<LastAct, { kind: "none" }>;

/** The bar; its words are said once, the seconds that run are for the eye. */
export function ActBar(props: ActBarProps) {
  const { look, last, isLive } = props;
  const isSaid = isLive && last.kind !== "none" && last.kind !== "refused";
  return (
    <div class="act-bar" data-kind={last.kind}>
      <p class="visually-hidden" role="status">
        {isSaid ? sentence(look, last, null) : ""}
      </p>
      {last.kind !== "none" && <Shown {...props} last={last} />}
    </div>
  );
}

function Shown(
  { look, last, nowMs, formToken, isLive }: Omit<ActBarProps, "last"> & { last: ShownAct },
) {
  const words = look.texts.lastAct;
  const seconds = last.kind === "done" && isLive ? secondsLeft(last) : null;
  return (
    <div class="act-shown">
      {last.kind === "refused"
        ? (
          <p role="alert">
            {last.undone > 0 && `${words.someUndone(last.undone, last.of)} `}
            <RefusedWords key={refusedKey(last)} look={look} refused={last} nowMs={nowMs} />
          </p>
        )
        : (
          <p aria-hidden={isLive ? "true" : undefined}>
            {last.kind === "done" && !isLive
              ? `${whatWas(look, last)} ${words.canUntil(timeWithSeconds(look, last.untilMs))}`
              : sentence(look, last, seconds)}
          </p>
        )}
      {last.kind === "done" || last.kind === "undoing"
        ? (
          <form method="post" action={paths.adminActUndo(last.done.act.id)}>
            <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
            <button
              type="submit"
              class="button"
              data-undo
              aria-disabled={last.kind === "undoing"}
              aria-keyshortcuts={isLive ? "Z" : undefined}
            >
              {last.kind === "undoing" ? words.undoing : words.undo}
              {seconds !== null && <span aria-hidden="true">{words.left(seconds)}</span>}
              {isLive && <kbd aria-hidden="true">Z</kbd>}
            </button>
          </form>
        )
        : isLive && <button type="button" class="button" data-hide-act>{words.close}</button>}
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
  const what = whatWas(look, last);
  if (last.kind === "undoing") return what;
  if (seconds === null) return `${what} ${words.canUndo}`;
  if (isMany) return `${what} ${words.manyGet(seconds)}`;
  const isGiven = act.kind === "assign" || act.kind === "move";
  const name = said(vehicleName(look.fleet, vehicleId));
  return isGiven ? `${what} ${words.gets(name, seconds)}` : what;
}

function whatWas(
  { texts: { lastAct } }: ActLook,
  { done: { act, more } }: Extract<LastAct, { kind: "done" | "undoing" }>,
): string {
  return more.length > 0 ? lastAct.manyAssigned(more.length + 1) : lastAct.did[act.kind];
}

/** `15.45.20`: of ten seconds the minute says too little. */
function timeWithSeconds({ locale }: ActLook, ms: number): string {
  const time = clockTime(locale, ms);
  const seconds = String(Math.floor(ms / 1_000) % 60).padStart(2, "0");
  return `${time}${time.includes(":") ? ":" : "."}${seconds}`;
}
