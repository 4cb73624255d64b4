// What became of a move, and for ten seconds the way back.
import { useEffect, useState } from "preact/hooks";
import { filled, type MoveWords } from "./move-words.ts";

/** What became of it. */
export type MoveNews =
  | { kind: "done"; text: string; actId: string; undoUntilMs: number }
  | { kind: "undone" | "refused"; text: string };

/** How often the seconds are counted, and how long other news stay, in milliseconds. */
const TICK_MS = 500;
const STAY_MS = 12_000;

/** What the toast shows. */
export interface MoveToastProps {
  words: MoveWords;
  news: MoveNews;
  /** The server's clock as the toast comes up. */
  serverMs: number;
  undo(): void;
  close(): void;
}

/** The toast at the window's end. */
export function MoveToast({ words, news, serverMs, undo, close }: MoveToastProps) {
  const [endMs] = useState(() =>
    news.kind === "done" ? Date.now() + news.undoUntilMs - serverMs : Date.now() + STAY_MS
  );
  const [leftMs, setLeftMs] = useState(endMs - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const left = endMs - Date.now();
      setLeftMs(left);
      // A refusal is read at leisure: only the way back has its end.
      if (left <= 0 && news.kind !== "refused") close();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = String(Math.max(1, Math.ceil(leftMs / 1000)));
  return (
    <div class="toast" data-kind={news.kind}>
      <p role={news.kind === "refused" ? "alert" : "status"}>{news.text}</p>
      {news.kind === "done"
        ? (
          <button type="button" onClick={undo} aria-keyshortcuts="Z">
            {filled(words.undo, { seconds })} <kbd aria-hidden="true">Z</kbd>
          </button>
        )
        : <button type="button" onClick={close}>OK</button>}
    </div>
  );
}
