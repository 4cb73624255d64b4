// Which right the acts of a page ask for, where the page itself offers them to whoever sees it.
import type { Right } from "../../../accounts/right.ts";
import type { OperatorPageName } from "./look.ts";

/** Pages that are not here offer each act by its own right. */
const ACT_RIGHTS: Partial<Readonly<Record<OperatorPageName, Right>>> = {
  ...{ day: "dispatch", cars: "dispatch", order: "dispatch", sheet: "dispatch" },
  ...{ places: "edit-setup", "permit-holders": "edit-setup" },
  ...{ vehicles: "edit-setup", drivers: "edit-setup" },
  ...{ jobs: "mend-faults", incidents: "mend-faults" },
  ...{ tariffs: "draft-tariffs", messages: "send-messages", webhooks: "manage-webhooks" },
};

/** False where whoever is there may only look. */
export function mayAct(page: OperatorPageName, rights: readonly Right[]): boolean {
  const right = ACT_RIGHTS[page];
  return right === undefined || rights.includes(right);
}
