// Protected identities as a page: who is protected, without who it is; the forms that protect, look up and lift.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { ProtectedData } from "../../../board/protected-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { CodedList, ProtectionFault, ProtectionForm, ReasonField } from "./ProtectionParts.tsx";
import { VeilTable } from "./VeilTable.tsx";

/** Longest text of who is meant: an address. */
const MAX_WHO = 254;

/** Properties of ProtectedPage. */
export interface ProtectedPageProps {
  data: ProtectedData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function ProtectedPage({ data, state, url }: ProtectedPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, fault, done } = data;
  const words = textsFor(locale).protection;
  return (
    <OperatorPage
      page="protected"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        {done !== null && (
          <div role="status">
            <Notice tone="ok">{words.done[done]}</Notice>
          </div>
        )}
        <ProtectionFault locale={locale} fault={fault} />
        {data.protects && <SetPart data={data} locale={locale} />}
        {data.lifts && <FindPart data={data} locale={locale} />}
        {data.extracts && (
          <p>
            <a href={paths.adminDriverRegister()}>{words.register.title}</a>
          </p>
        )}
        <section class="retention-part" id="veils">
          <h2>{words.listTitle}</h2>
          <VeilTable data={data} locale={locale} />
        </section>
      </div>
    </OperatorPage>
  );
}

function SetPart({ data, locale }: { data: ProtectedData; locale: Locale }) {
  const words = textsFor(locale).protection;
  return (
    <section class="retention-part">
      <h2>{words.setTitle}</h2>
      <p>{words.setLead}</p>
      <ProtectionForm data={data}>
        <label class="action-field">
          <span>{words.who}</span>
          <input name="who" value={data.values.who} maxLength={MAX_WHO} required dir="auto" />
        </label>
        <ReasonField locale={locale} value={data.values.reason} />
        <div class="button-row">
          <button type="submit" class="button" name="act" value="set">{words.set}</button>
        </div>
      </ProtectionForm>
    </section>
  );
}

function FindPart({ data, locale }: { data: ProtectedData; locale: Locale }) {
  const words = textsFor(locale).protection;
  return (
    <section class="retention-part">
      <h2>{words.findTitle}</h2>
      <p>{words.findLead}</p>
      <ProtectionForm data={data}>
        <label class="action-field">
          <span>{words.who}</span>
          <input name="who" maxLength={MAX_WHO} required dir="auto" />
        </label>
        <div class="button-row">
          <button type="submit" class="button" name="act" value="find">{words.find}</button>
        </div>
      </ProtectionForm>
      {data.found !== null && (
        <p role="status">
          {data.found.length === 0 ? words.foundNone : (
            <>
              {`${words.found}: `}
              <CodedList bookings={data.found} />
            </>
          )}
        </p>
      )}
    </section>
  );
}
