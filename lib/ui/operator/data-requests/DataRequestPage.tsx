// One data request: whose, until when, what can be done to it, and what has happened.
import type { ComponentChildren } from "preact";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DataRequestData } from "../../../board/data-requests-page.ts";
import { formatMoment, formatShortDate, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { RequestForms } from "./RequestForms.tsx";
import { RequestLimits } from "./RequestLimits.tsx";
import { RequestRecipients } from "./RequestRecipients.tsx";
import { RequestHistory } from "./RequestHistory.tsx";

/** Properties of DataRequestPage. */
export interface DataRequestPageProps {
  data: DataRequestData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function DataRequestPage({ data, state, url }: DataRequestPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, row, erasure } = data;
  const words = textsFor(locale).dataRequests;
  return (
    <OperatorPage
      page="data-requests"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs data-requests">
        <header class="jobs-head">
          <h1>{words.types[row.request.type]}</h1>
          <a class="button" href={paths.adminDataRequests()}>{words.back}</a>
        </header>
        <p class="jobs-lead">
          {words.states[row.request.state]}
          {row.isOpen && `, ${words.daysLeft(row.days)}`}
        </p>
        {row.request.refusal !== null && row.isOpen && (
          <Notice tone="warn">
            <p>{words.proposed(said(row.request.refusalReason))}</p>
            {data.isOwnProposal && <p>{words.refuseAlone}</p>}
          </Notice>
        )}
        {erasure !== null && erasure.finishedAt === null && (
          <Notice tone="info">
            {erasure.step === "telling" ? words.telling : words.erasing}
          </Notice>
        )}
        <RequestLimits data={data} locale={locale} />
        <Blockers data={data} locale={locale} />
        <Facts data={data} locale={locale} />
        <RequestRecipients data={data} locale={locale} />
        <RequestForms data={data} locale={locale} />
        <RequestHistory events={data.events} nowMs={nowMs} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function Blockers({ data, locale }: { data: DataRequestData; locale: Locale }) {
  const words = textsFor(locale).dataRequests;
  if (data.blockers.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{words.blockersTitle}</p>
      <ul>
        {data.blockers.map((blocker) => (
          <li key={blocker.kind}>
            {blocker.kind === "has-duties"
              ? words.blockers[blocker.kind]
              : words.blockers[blocker.kind](blocker.references.join(", "))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Facts({ data, locale }: { data: DataRequestData; locale: Locale }) {
  const { facts: names, proofs, unknown, guest, account } = textsFor(locale).dataRequests;
  const { request } = data.row;
  const { contact, identity, personId } = request;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <dl class="incident-facts">
      <Fact name={names.name} text={contact.name} />
      <Fact name={names.email} text={contact.email} />
      <Fact name={names.phone} text={shownPhoneNumber(contact.phone)} />
      <Fact name={names.wish} text={request.wish} />
      <Fact name={names.identity}>
        {personId === null ? guest : account}, {identity === null ? unknown : proofs[identity.by]}
      </Fact>
      <Fact name={names.received}>
        {formatMoment(locale, wallTimeOf(request.receivedAt), today)}
      </Fact>
      <Fact name={names.due}>{formatShortDate(locale, request.dueOn)}</Fact>
      <Fact name={names.extension} text={request.extensionReason} />
      <Fact name={names.question} text={request.question} />
      <Fact name={names.answer} text={request.answer} />
      <Fact name={names.failure} text={request.lastFailure} />
    </dl>
  );
}

/** Left out where nothing is known. */
function Fact(
  { name, text = null, children = null }: {
    name: string;
    text?: string | null;
    children?: ComponentChildren;
  },
) {
  if (text === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text === null ? children : <Said>{text}</Said>}</dd>
    </div>
  );
}
