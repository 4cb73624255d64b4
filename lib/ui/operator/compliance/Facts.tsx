// Some facts, each with its name.
import type { ComponentChildren } from "preact";

/** The list; of counts where `areFigures`. */
export function Facts(
  { children, areFigures = false }: { children: ComponentChildren; areFigures?: boolean },
) {
  const figures = areFigures ? " compliance-figures" : "";
  return <dl class={`compliance-facts${figures}`}>{children}</dl>;
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
