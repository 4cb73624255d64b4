// The pages on data protection, as pages.
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../../lib/i18n/texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { ViewData } from "./view-data.ts";

type SignIn = (page: Page, data: ViewData, locale: Locale) => Promise<void>;

/** Pages of whoever watches over data protection; `signIn` is the way in that all views of operators share. */
export function complianceViews(signIn: SignIn) {
  const entered = (
    name: string,
    route: string,
    open: (page: Page, locale: Locale, data: ViewData) => Promise<unknown>,
  ) => ({
    ...{ name, route, status: 200 },
    async open(page: Page, data: ViewData, locale: Locale) {
      await signIn(page, data, locale);
      await open(page, locale, data);
    },
  });
  return [
    entered(
      "the record of processing",
      "admin/compliance/register.tsx",
      (page) => page.goto(paths.adminRegister()),
    ),
    entered(
      "the report",
      "admin/compliance/index.tsx",
      (page) => page.goto(paths.adminCompliance()),
    ),
    entered(
      "the review of access",
      "admin/access-review/index.tsx",
      (page) => page.goto(paths.adminAccessReview()),
    ),
    entered("the audit log", "admin/audit/index.tsx", (page) => page.goto(paths.adminAudit())),
    entered(
      "one entry of it",
      "admin/audit/[id]/index.tsx",
      (page, _locale, { auditEntry }) => page.goto(paths.adminAuditEntry(auditEntry)),
    ),
    entered("keys", "admin/keys/index.tsx", (page) => page.goto(paths.adminKeys())),
    entered("security", "admin/security/index.tsx", (page) => page.goto(paths.adminSecurity())),
    entered("breaches", "admin/breaches/index.tsx", (page) => page.goto(paths.adminBreaches())),
    entered("one breach", "admin/breaches/[id]/index.tsx", async (page, locale) => {
      const words = textsFor(locale).breaches;
      await page.goto(paths.adminBreaches());
      await page.getByLabel(words.fields.title, { exact: true }).fill("En lista på villovägar");
      await page.getByRole("button", { name: words.register, exact: true }).click();
      await page.waitForURL(`**${paths.adminBreaches()}/*`);
    }),
  ];
}
