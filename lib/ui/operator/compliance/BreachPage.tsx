// One breach: how long IMY may wait, what is decided and why, the notification as it would be sent, the facts, the story.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BreachData } from "../../../board/breach-page.ts";
import type { BreachEvent } from "../../../compliance/breach.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { BreachDecisions } from "./BreachDecisions.tsx";
import { leftWords } from "./BreachesPage.tsx";
import { BreachFields } from "./BreachForm.tsx";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { notificationValue } from "./notification-words.ts";

/** The page in the operators' frame. */
export function BreachPage(props: ComplianceProps<BreachData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).breaches;
  const { breach, fault, handles } = data;
  return (
    <CompliancePage
      {...props}
      at={paths.adminBreaches()}
      title={said(breach.facts.title)}
      lead={stateWords(data, locale)}
    >
      {fault !== null && (
        <div role="alert">
          <Notice tone="warn">{words.faults[fault]}</Notice>
        </div>
      )}
      {handles && <BreachDecisions data={data} locale={locale} />}
      <Notification data={data} locale={locale} />
      {handles && <FactsForm data={data} locale={locale} />}
      <History data={data} locale={locale} />
    </CompliancePage>
  );
}

function stateWords(data: BreachData, locale: Locale): string {
  const words = textsFor(locale).breaches;
  const { authority, people, closedAt } = data.breach;
  const today = dateOf(wallTimeOf(data.nowMs));
  return [
    leftWords(data, locale),
    `${words.columns.authority}: ${words.authority[authority.kind]}`,
    `${words.columns.people}: ${words.people[people.kind]}`,
    ...closedAt === null ? [] : [
      words.closedAt(formatMoment(locale, wallTimeOf(closedAt), today)),
    ],
  ].join(" · ");
}

function Notification({ data, locale }: { data: BreachData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  return (
    <section class="compliance-part">
      <h2>{words.notificationTitle}</h2>
      <p class="jobs-lead">{words.notificationLead}</p>
      <p class="action-row">
        <a class="button" href={paths.adminBreachFile(data.breach.id)}>{words.file}</a>
      </p>
      <Facts>
        {data.notification.map((one) => (
          <Fact key={one.field} name={words.notification[one.field]}>
            {one.isMissing
              ? <strong>{words.missing}</strong>
              : <Said>{notificationValue(locale, one)}</Said>}
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

function FactsForm({ data, locale }: { data: BreachData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  const { id, version } = data.breach;
  return (
    <section class="compliance-part">
      <h2>{words.facts}</h2>
      <form class="field-stack" method="post" action={paths.adminBreach(id)}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
        <input type="hidden" name="act" value="amend" />
        <input type="hidden" name="version" value={version} />
        <BreachFields locale={locale} values={data.values} />
        <div class="button-row">
          <button type="submit" class="button primary">{words.save}</button>
        </div>
      </form>
    </section>
  );
}

function History({ data, locale }: { data: BreachData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <section class="compliance-part">
      <h2>{words.history}</h2>
      <ol class="compliance-history">
        {data.events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{formatMoment(locale, wallTimeOf(event.at), today)}</time>
            {" "}
            <Said>{event.by.name}</Said> {words.events[event.type]}
            {detailOf(event) !== "" && (
              <>
                : <Said>{detailOf(event)}</Said>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What somebody wrote to it. */
function detailOf(event: BreachEvent): string {
  switch (event.type) {
    case "authority-told":
      return [event.reference, event.late].filter((text) => text !== "").join(" · ");
    case "people-told":
      return `${event.on} · ${event.how}`;
    case "people-later":
      return `${event.on} · ${event.reason}`;
    case "authority-not":
    case "authority-tell":
    case "people-not":
      return event.reason;
    default:
      return "";
  }
}
