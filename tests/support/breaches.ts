// Breaches for tests: one of which nothing is known but when, and one of which everything is.
import { aProposal } from "./proposals.ts";
import { aDifference } from "./differences.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { changeBreach, registerBreach } from "../../lib/compliance/change-breach.ts";
import { anAuditEntry } from "./audit-entries.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { BreachFacts, BreachHand } from "../../lib/compliance/breach.ts";

/** Who handles them. */
export const HANNA: BreachHand = { id: "01KAQ000000000000000000001", name: "Hanna" };

/** Known at the moment the tests begin, and nothing else. */
export const BARE_BREACH: BreachFacts = {
  title: "Lista till fel mottagare",
  awareAt: "2026-11-23T05:00:00Z",
  ...{ beganAt: "", endedAt: "", discovery: "", course: "", kinds: [], cause: "" },
  ...{ groups: "", people: null, dataTypes: "", entries: null, consequences: "" },
  ...{ severity: "", measures: "", isCrossBorder: false },
};

/** Everything is known. */
export const WHOLE_BREACH: BreachFacts = {
  ...BARE_BREACH,
  beganAt: "2026-11-22T10:00:00Z",
  endedAt: "2026-11-22T11:00:00Z",
  discovery: "Mottagaren ringde",
  course: "En dagslista skickades till fel adress",
  kinds: ["confidentiality"],
  cause: "mistake",
  groups: "kunder",
  people: 120,
  dataTypes: "namn, telefonnummer, platser",
  entries: 130,
  consequences: "någon kan veta var kunder bor",
  severity: "limited",
  measures: "listan är raderad hos mottagaren",
};

/**
 * The pages on data protection in which somebody has written some words wherever they can, and on which one of the staff
 * stands by name, each with its route.
 */
export async function recordPages(
  services: Services,
  words: string,
  personId: string,
): Promise<[route: string, path: string][]> {
  const texts = { title: words, discovery: words, course: words, groups: words };
  const facts = {
    ...BARE_BREACH,
    ...texts,
    dataTypes: words,
    consequences: words,
    measures: words,
  };
  const by = { id: HANNA.id, name: words };
  const made = await registerBreach(services, facts, by);
  if (!made.ok) throw new Error(made.fault);
  const { id } = made.breach;
  const command = { type: "people-not", reason: words } as const;
  await changeBreach(services, { id, version: 1, command, by });
  const atMs = Date.parse("2026-11-23T01:00:00Z");
  services.securityEvents.note({ kind: "staff-export", atMs, person: personId });
  await services.securityWatch.flush();
  return [
    ["routes/admin/access-review/index.tsx", paths.adminAccessReview()],
    ["routes/admin/security/index.tsx", paths.adminSecurity()],
    ["routes/admin/audit/index.tsx", paths.adminAudit()],
    [
      "routes/admin/audit/[id]/index.tsx",
      paths.adminAuditEntry(await anAuditEntry(services, { personId, why: words })),
    ],
    ["routes/admin/breaches/index.tsx", paths.adminBreaches()],
    ["routes/admin/breaches/[id]/index.tsx", paths.adminBreach(id)],
    [
      "routes/admin/money/[bookingId].tsx",
      paths.adminBookingMoney((await aProposal(services, words)).bookingId),
    ],
    [
      "routes/admin/differences/[id].tsx",
      paths.adminDifference((await aDifference(services, words)).id),
    ],
  ];
}
