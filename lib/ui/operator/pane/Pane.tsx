// The pane beside the day, in each of its states.
import { attentionOf } from "../../../board/attention.ts";
import { BookingPane, PaneBack } from "./BookingPane.tsx";
import type { Freshness } from "../live/freshness.ts";
import { StaleNote } from "../live/StaleNote.tsx";
import type { Look } from "../frame/look.ts";
import type { PaneState } from "../../../board/pane-state.ts";

/** What the pane is drawn from. */
export interface PaneProps {
  look: Look;
  pane: PaneState;
  /** Where "back" leads: the list without the pane. */
  backTo: string;
  nowMs: number;
  freshness: Freshness | null;
  formToken: string;
}

/** The pane. */
export function Pane(props: PaneProps) {
  const words = props.look.texts.pane;
  return (
    <aside
      class="pane"
      aria-label={words.label}
      aria-busy={props.pane.kind === "loading" ? "true" : undefined}
    >
      <StaleNote look={props.look} freshness={props.freshness} />
      <PaneContent {...props} />
    </aside>
  );
}

function PaneContent({ look, pane, backTo, nowMs, formToken }: PaneProps) {
  const words = look.texts.pane;
  switch (pane.kind) {
    case "none":
      return null;
    case "loading":
      return (
        <>
          <PaneBack look={look} backTo={backTo} />
          <PaneSkeleton words={words.loading} />
        </>
      );
    case "missing":
    case "failed":
      return (
        <>
          <PaneBack look={look} backTo={backTo} />
          <p class="pane-problem" role="alert">
            {pane.kind === "missing" ? words.notFound : words.failed}
          </p>
          {pane.kind === "failed" && (
            <button type="button" class="button" data-retry-pane>{words.retry}</button>
          )}
        </>
      );
    case "shown":
      return (
        <BookingPane
          look={look}
          view={pane.view}
          attention={attentionOf(pane.view, nowMs)}
          formToken={formToken}
          backTo={backTo}
          draft={pane.draft}
          round={pane.round}
          nowMs={nowMs}
        />
      );
  }
}

function PaneSkeleton({ words }: { words: string }) {
  return (
    <div class="skeleton">
      <p class="visually-hidden" role="status">{words}</p>
      <span class="bone bone-title" />
      <span class="bone bone-line" />
      <span class="bone bone-row" />
      <span class="bone bone-course" />
      <span class="bone bone-price" />
    </div>
  );
}
