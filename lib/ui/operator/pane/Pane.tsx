// The pane beside the day, in each of its states.
import { attentionOf } from "../../../board/attention.ts";
import { BookingPane, listAddress, PaneBack } from "./BookingPane.tsx";
import type { Look } from "../frame/look.ts";
import type { PaneState } from "../../../board/pane-state.ts";

/** What the pane is drawn from. */
export interface PaneProps {
  look: Look;
  pane: PaneState;
  date: string;
  query: string;
  nowMs: number;
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
      <PaneContent {...props} />
    </aside>
  );
}

function PaneContent({ look, pane, date, query, nowMs, formToken }: PaneProps) {
  const words = look.texts.pane;
  const backTo = listAddress(date, query);
  switch (pane.kind) {
    case "none":
      return <p class="pane-empty">{words.empty}</p>;
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
