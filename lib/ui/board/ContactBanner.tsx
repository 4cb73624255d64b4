// Browser-safe.
// Says what lost contact or a finished session means for what you see; empty while all is well.
import { paths } from "../../http/paths.ts";
import type { Freshness } from "./freshness.ts";
import type { Look } from "./look.ts";

/** The banner. */
export function ContactBanner({ look, freshness }: { look: Look; freshness: Freshness | null }) {
  const words = look.texts.live;
  if (freshness?.kind === "lost") {
    return <p class="banner" data-level="warn">{words.lostHint}</p>;
  }
  if (freshness?.kind === "signed-out") {
    return (
      <p class="banner" data-level="bad">
        {words.signedOut} <a href={paths.admin()} aria-current="false">{words.signIn}</a>
      </p>
    );
  }
  return null;
}
