// What every page on data protection has around it: the frame, its title, and the way to the others.
import type { ComponentChildren } from "preact";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { Framed } from "../../../board/framed.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of a page on data protection. */
export interface ComplianceProps<Data extends Framed> {
  data: Data;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The frame; `at` is the page that is shown. */
export function CompliancePage(
  { data, state, url, at, title, lead, children }:
    & ComplianceProps<Framed>
    & { at: string; title: string; lead: string; children: ComponentChildren },
) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs } = data;
  const words = textsFor(locale).compliance;
  return (
    <OperatorPage
      page="compliance"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
      title={title}
    >
      <div class="jobs compliance">
        <header class="jobs-head">
          <h1>{title}</h1>
        </header>
        <nav class="compliance-pages" aria-label={words.pages}>
          {pagesOf(locale).map(([name, href]) => (
            <a key={href} href={href} aria-current={href === at ? "page" : undefined}>{name}</a>
          ))}
        </nav>
        <p class="jobs-lead">{lead}</p>
        {children}
      </div>
    </OperatorPage>
  );
}

function pagesOf(locale: Locale): readonly (readonly [string, string])[] {
  const { audit, breaches, compliance, encryptionKeys, securityWatch } = textsFor(locale);
  return [
    [compliance.report.title, paths.adminCompliance()],
    [compliance.register.title, paths.adminRegister()],
    [breaches.title, paths.adminBreaches()],
    [securityWatch.title, paths.adminSecurity()],
    [encryptionKeys.title, paths.adminKeys()],
    [audit.title, paths.adminAudit()],
    [compliance.review.title, paths.adminAccessReview()],
  ];
}
