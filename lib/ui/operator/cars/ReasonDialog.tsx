// Asks why a car is to drive a trip it does not quite suit; the reason stays in the booking's history.
import { useEffect, useRef } from "preact/hooks";
import { filled, type MoveWords } from "./move-words.ts";

/** Longest reason, as the server takes it. */
const MAX_REASON = 200;

/** What the dialog needs. */
export interface ReasonDialogProps {
  words: MoveWords;
  carName: string;
  /** "" leaves the trip where it is. */
  onReason(reason: string): void;
}

/** The dialog. */
export function ReasonDialog({ words, carName, onReason }: ReasonDialogProps) {
  const root = useRef<HTMLDialogElement>(null);
  useEffect(() => root.current?.showModal(), []);
  return (
    <dialog
      ref={root}
      class="reason-dialog"
      aria-labelledby="reason-title"
      onClose={() => onReason("")}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
          if (reason !== "") onReason(reason);
        }}
      >
        <h2 id="reason-title">{filled(words.reasonTitle, { car: carName })}</h2>
        <label class="action-field">
          <span>{words.reason}</span>
          <input name="reason" required maxLength={MAX_REASON} dir="auto" autocomplete="off" />
        </label>
        <div class="reason-acts">
          <button type="submit" class="button primary">{words.anyway}</button>
          <button type="button" class="button" onClick={() => root.current?.close()}>
            {words.keep}
          </button>
        </div>
      </form>
    </dialog>
  );
}
