// Some facts, each with its name.
import type { ComponentChildren } from "preact";

/** The list. */
export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="compliance-facts">{children}</dl>;
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
