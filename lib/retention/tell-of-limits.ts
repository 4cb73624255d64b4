// Tells those outside that somebody's data were put right or restricted, or are restricted no longer (GDPR, Article 19): whom is
// written down first, then each is told, and what waits is looked at again until all know.
import type { TellingStore } from "../privacy/telling-store.ts";
import { type GatherDeps, gatherRecipients } from "./gather-recipients.ts";
import { type TellRecipientDeps, tellRecipients } from "./tell-recipients.ts";

/** What it needs. */
export interface TellOfLimitsDeps extends GatherDeps, TellRecipientDeps {
  bookings: GatherDeps["bookings"];
  endpoints: GatherDeps["endpoints"];
  tellings: Pick<TellingStore, "due" | "gathered" | "told">;
}

/** Goes on with all that are due; whoever is cut off finds them where they were. */
export async function tellOfLimits(deps: TellOfLimitsDeps): Promise<void> {
  for (const telling of await deps.tellings.due(deps.clock.now())) {
    if (!telling.isGathered) {
      await gatherRecipients(deps, telling);
      await deps.tellings.gathered(telling);
    }
    if (await tellRecipients(deps, telling.requestId)) await deps.tellings.told(telling);
  }
}
