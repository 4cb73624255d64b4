// Says what lost contact or a finished session means for what you see; empty while all is well.
import { paths } from "../../../kernel/paths.ts";
import type { Freshness } from "./freshness.ts";
import { capitalise, clockTime, type Look } from "../frame/look.ts";

/** The banner. */
export function ContactBanner({ look, freshness }: { look: Look; freshness: Freshness | null }) {
  const words = look.texts.live;
  if (freshness?.kind === "lost") {
    const since = words.lost(clockTime(look.locale, freshness.sinceMs));
    return <p class="banner" data-level="warn">{capitalise(since)}. {words.lostHint}</p>;
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
