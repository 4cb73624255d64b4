// Says that what stands beside it is old, wherever it stands; nothing while all is well.
import { NeedShape } from "../day/StateMark.tsx";
import { clockTime, type Look } from "../frame/look.ts";
import type { Freshness } from "./freshness.ts";

/** A triangle and since when. */
export function StaleNote({ look, freshness }: { look: Look; freshness: Freshness | null }) {
  const sinceMs = staleSince(freshness);
  if (sinceMs === null) return null;
  return (
    <span class="stale">
      <NeedShape kind="late" /> {look.texts.live.lost(clockTime(look.locale, sinceMs))}
    </span>
  );
}

/** Since when what is shown has not been confirmed, or null while it is fresh. */
export function staleSince(freshness: Freshness | null): number | null {
  return freshness?.kind === "lost" || freshness?.kind === "signed-out" ? freshness.sinceMs : null;
}
