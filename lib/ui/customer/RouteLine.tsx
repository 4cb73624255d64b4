// The route line: from a ring to a square, pine first, amber where it ends.
import type { ComponentChildren } from "preact";

/** One stop of the line. */
export interface RouteStep {
  title: ComponentChildren;
  text?: ComponentChildren;
  /** Passed stops are drawn in full, those ahead are drawn pale. */
  reached: boolean;
}

/** Properties of RouteLine. */
export interface RouteLineProps {
  steps: readonly RouteStep[];
  /** What the list is, for screen readers. */
  label: string;
  class?: string;
}

/** A list drawn as a line with a ring at each stop and a square at the last. */
export function RouteLine({ steps, label, class: extra = "" }: RouteLineProps) {
  return (
    <ol class={`route-line ${extra}`} aria-label={label}>
      {steps.map(({ title, text, reached }) => (
        <li class={reached ? "reached" : "ahead"}>
          <span class="route-title">{title}</span>
          {text === undefined ? null : <span class="route-text">{text}</span>}
        </li>
      ))}
    </ol>
  );
}
