// What was noticed, for those who watch over security: findings, whom they are about, and what happened by day.
import type { OperatorSession } from "../accounts/session.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import type { DetectionStore } from "../detection/detection-store.ts";
import type { StoredFinding } from "../detection/finding.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the page needs. */
export interface SecurityPageDeps extends FramedDeps {
  detection: DetectionStore;
  people: Pick<PersonStore, "staff">;
}

/** Whom findings are about: a mark, or the name of one of the staff. */
export interface FoundIdentity {
  kind: StoredFinding["identity"]["kind"];
  mark: string;
  /** "" where there is none. */
  name: string;
  findings: number;
}

/** The page. */
export interface SecurityData extends Framed {
  findings: readonly (StoredFinding & { name: string })[];
  identities: readonly FoundIdentity[];
  /** The newest first. */
  days: readonly { day: string; sums: ReadonlyMap<string, number> }[];
}

/** Days of which sums are shown. */
const DAYS = 7;

/** Reads it. */
export async function loadSecurity(
  deps: SecurityPageDeps,
  operator: OperatorSession,
): Promise<SecurityData> {
  const from = nextDate(localDate(deps.clock.now()), 1 - DAYS);
  const [frame, stored, sums, staff] = await Promise.all([
    framed(deps, operator),
    deps.detection.findings(),
    deps.detection.sums(from),
    deps.people.staff(),
  ]);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const findings = stored.map((one) => ({ ...one, name: names.get(one.identity.mark) ?? "" }));
  const days = [...sums].map(([day, of]) => ({ day, sums: of })).reverse();
  return { ...frame, findings, identities: identitiesOf(findings), days };
}

function identitiesOf(findings: SecurityData["findings"]): FoundIdentity[] {
  const groups = Map.groupBy(findings, ({ identity: { kind, mark } }) => `${kind} ${mark}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ ...first.identity, name: first.name, findings: group.length }];
  }).sort((a, b) => b.findings - a.findings);
}
