// Why a trip was not moved. What was moved is said by the bar of the last act, which takes it back.
import { refusedKey, RefusedWords } from "../acts/RefusedWords.tsx";
import type { Refused, RefusedLook } from "../acts/missed.ts";

/** Why not. */
export type MoveNews =
  /** The server refused it. */
  | { kind: "refused"; refused: Refused }
  /** It was dropped on a car that cannot take it. */
  | { kind: "cannot"; text: string };

/** What the toast shows. */
export interface MoveToastProps {
  look: RefusedLook;
  news: MoveNews;
  /** The server's clock as the page shows it. */
  nowMs: number;
  close(): void;
}

/** The toast at the window's end; it is read at leisure and stays until it is put away. */
export function MoveToast({ look, news, nowMs, close }: MoveToastProps) {
  return (
    <div class="toast" data-kind="refused">
      <p role="alert">
        {news.kind === "cannot" ? news.text : (
          <RefusedWords
            key={refusedKey(news.refused)}
            look={look}
            refused={news.refused}
            nowMs={nowMs}
          />
        )}
      </p>
      <button type="button" onClick={close}>OK</button>
    </div>
  );
}
