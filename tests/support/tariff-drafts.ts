// Drafts of tariffs for tests and pictures: like the tariff of tomorrow, but for one price.
import type { Services } from "../../lib/assembly/services.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { beginDraft } from "../../lib/pricing/edit-tariff-draft.ts";
import { approveDraft } from "../../lib/pricing/approve-tariff-draft.ts";
import { type DraftHand, draftId } from "../../lib/pricing/tariff-draft.ts";
import { tariffOn } from "../../lib/pricing/tariff-rules.ts";

/** Somebody who wrote nothing of the drafts that tests begin. */
export const REVIEWER: DraftHand = { id: "reviewer", name: "Elsa" };

/** Has a draft approved as it stands. */
export async function approved(services: Services, id: string): Promise<void> {
  const draft = await services.tariffDrafts.get(draftId(id));
  const revision = draft?.revision ?? 0;
  const done = await approveDraft(services, { id, by: REVIEWER, revision });
  if (!done?.ok) throw new Error(`The draft ${id} is not approved`);
}

/** Begins a draft of that name from tomorrow on; its id. `zoneName` is what its first zone is called. */
export async function aTariffDraft(
  services: Services,
  name: string,
  zoneName?: string,
): Promise<string> {
  const tomorrow = nextDate(localDate(services.clock.now()), 1);
  const found = tariffOn(await services.tariffs.list(), tomorrow);
  if (found === null) throw new Error("The demo has a tariff for tomorrow");
  const { version: _, ...content } = found;
  const zones = content.zones.map((zone, i) =>
    i > 0 || zoneName === undefined ? zone : { ...zone, name: { sv: zoneName, en: zoneName } }
  );
  const extras = { ...content.extras, petOre: content.extras.petOre + 10_00 };
  const tariff = { ...content, validFrom: tomorrow, extras, zones };
  return (await beginDraft(services, { name, tariff, by: { id: `author of ${name}`, name } })).id;
}
