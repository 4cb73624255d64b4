// Why an act was refused. Whoever hears the page is told once; for the eye the age of what was done first runs on.
import { useState } from "preact/hooks";
import { type Refused, type RefusedLook, refusedWords } from "./missed.ts";

/** What the words are made of. */
export interface RefusedWordsProps {
  look: RefusedLook;
  refused: Refused;
  /** The server's clock as the page shows it. */
  nowMs: number;
}

/** The words; give them a `key` that is another one for another refusal. */
export function RefusedWords({ look, refused, nowMs }: RefusedWordsProps) {
  const [firstMs] = useState(nowMs);
  const spoken = refusedWords(look, refused, firstMs);
  if (refused.since.length === 0) return <>{spoken}</>;
  return (
    <>
      <span class="visually-hidden">{spoken}</span>
      <span aria-hidden="true">{refusedWords(look, refused, nowMs)}</span>
    </>
  );
}

/** What tells one refusal from another. */
export function refusedKey({ problem, since }: Refused): string {
  return `${problem} ${since.at(-1)?.at ?? ""}`;
}
