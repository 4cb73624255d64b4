// The register of drivers in full: asked for with a reason, and taken away as a file.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { Framed } from "../../../board/framed.ts";
import type { ProtectedFault } from "../../../board/protected-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { ProtectionFault, ProtectionForm, ReasonField } from "./ProtectionParts.tsx";

/** Properties of DriverRegisterPage. */
export interface DriverRegisterPageProps {
  data: Framed & { fault: ProtectedFault | null };
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function DriverRegisterPage({ data, state, url }: DriverRegisterPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, fault } = data;
  const { register: words } = textsFor(locale).protection;
  return (
    <OperatorPage
      page="protected"
      date=""
      title={words.title}
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a href={paths.adminProtected()}>{words.back}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <ProtectionFault locale={locale} fault={fault} />
        <section class="retention-part">
          <ProtectionForm data={data} action={paths.adminDriverRegister()}>
            <ReasonField locale={locale} />
            <div class="button-row">
              <button type="submit" class="button primary">{words.take}</button>
            </div>
          </ProtectionForm>
        </section>
      </div>
    </OperatorPage>
  );
}
