// Each role of the staff is offered what it may do on the pages it may see, and nothing else: what a style sheet hides counts.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { type Right, ROLE_RIGHTS } from "../../lib/accounts/right.ts";
import type { Role } from "../../lib/accounts/role.ts";
import { beginFeeDraft } from "../../lib/fees/edit-fee-draft.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aPerson } from "../support/operator.ts";
import { makeViewData, type ViewData } from "./support/view-data.ts";
import { aVisitor, makeStage } from "./support/stage.ts";
import { signIn } from "./support/view-steps.ts";

const stage = makeStage();
const STAFF: readonly Role[] = [
  ...["dispatcher", "accountant", "data-protection-officer", "auditor"] as const,
];
const FEE_DAY = "2027-03-01";

/** A form of a page as somebody sees it. */
interface OfferedForm {
  method: string;
  path: string;
  isHidden: boolean;
}

let data: ViewData | null = null;
for (const role of STAFF) {
  browserTest(`a person who is ${role} is offered what they may do, and only that`, async () => {
    data ??= await prepared();
    await aPerson(stage.app.services, `Kim ${role}`, role);
    const { page } = await aVisitor(stage, { javaScriptEnabled: false });
    await signIn(page, { ...data, newLink: () => stage.app.operatorLink(`Kim ${role}`) }, "sv");
    const wrong: string[] = [];
    for (const address of addresses(data).filter((one) => mayAt(role, one, "see"))) {
      await page.goto(address);
      for (const { method, path, isHidden } of await formsOf(page)) {
        const may = mayAt(role, path, method === "get" ? "see" : "act");
        if (may === isHidden) {
          wrong.push(`${address}: ${method} ${path} is ${isHidden ? "hidden" : "shown"}`);
        }
      }
    }
    assert.deepEqual([...new Set(wrong)], []);
  });
}

async function prepared(): Promise<ViewData> {
  const made = await makeViewData(stage.app);
  const author = await aPerson(stage.app.services, "Kim author");
  await beginFeeDraft(stage.app.services, { bookedFrom: FEE_DAY, by: author.id });
  await made.stallJobs(true);
  return made;
}

/** Pages without a name in their address, and one of each that has. */
function addresses({ bookingId, day, draftId, auditEntry }: ViewData): string[] {
  const plain = Object.keys(ROUTE_RULES).filter((pattern) =>
    pattern.startsWith("/admin") && !/[:*]|\.\w+$/.test(pattern)
  );
  return [
    ...plain,
    paths.admin({ date: day, booking: bookingId }),
    paths.adminCar("V01"),
    paths.adminDriver("D01"),
    paths.adminDriverChecks("D01"),
    paths.adminDraft(draftId),
    paths.adminFee(FEE_DAY),
    paths.adminPlace("ullevi"),
    paths.adminVehicle("V01"),
    paths.adminAuditEntry(auditEntry),
  ];
}

/** Whether the route of an address is for the role; true for those that ask for no right. */
function mayAt(role: Role, address: string, what: "see" | "act"): boolean {
  const { pathname } = new URL(address, stage.app.origin);
  const patterns = Object.keys(ROUTE_RULES).filter((pattern) =>
    new URLPattern({ pathname: pattern }).test({ pathname })
  );
  // The one with the fewest names is the one that answers, and what answers for all the rest the last.
  const rank = (pattern: string) => pattern.split(":").length + (pattern.endsWith("*") ? 9 : 0);
  const [nearest] = patterns.sort((a, b) => rank(a) - rank(b));
  const who = nearest === undefined ? undefined : ROUTE_RULES[nearest]?.who;
  if (typeof who !== "object") return true;
  const rights: readonly Right[] = ROLE_RIGHTS[role];
  return rights.includes(who[what]);
}

/** The forms of the operators' pages that a press could send; those folded away by the page itself count as shown. */
function formsOf(page: Page): Promise<OfferedForm[]> {
  return page.locator("#content form:not([method=dialog])").evaluateAll((forms) =>
    (forms as HTMLFormElement[]).map((form) => {
      const isGone = (element: Element) => getComputedStyle(element).display === "none";
      return {
        method: form.getAttribute("method") ?? "get",
        path: form.getAttribute("action") ?? location.pathname,
        isHidden: isGone(form) || [...form.children].every(isGone),
      };
    })
  );
}
