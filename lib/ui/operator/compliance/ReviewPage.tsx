// Who has which role since when, when they last signed in, and who has confirmed it this quarter.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { ReviewData } from "../../../board/report-page.ts";
import type { ReviewedPerson } from "../../../compliance/access-review.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatDate, formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";

/** The page in the operators' frame. */
export function ReviewPage(props: ComplianceProps<ReviewData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).compliance.review;
  const { columns } = words;
  const today = dateOf(wallTimeOf(data.nowMs));
  const lead = words.lead(data.quarter, formatDate(locale, data.until, today));
  return (
    <CompliancePage {...props} at={paths.adminAccessReview()} title={words.title} lead={lead}>
      {data.fault !== null && (
        <div role="alert">
          <Notice tone="warn">{words.faults[data.fault]}</Notice>
        </div>
      )}
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>{Object.values(columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {data.people.map((one) => (
            <tr key={one.id}>
              <th scope="row" class="job-what">
                <a href={paths.adminPerson(one.id)}>
                  <Said>{one.name}</Said>
                </a>
              </th>
              <td data-label={columns.roles}>{roleWords(one, locale, today)}</td>
              <td data-label={columns.lastSignIn}>
                {one.lastSignIn === null
                  ? words.never
                  : formatMoment(locale, wallTimeOf(one.lastSignIn), today)}
              </td>
              <td data-label={columns.confirmed}>
                <Confirmed one={one} data={data} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </CompliancePage>
  );
}

function roleWords({ roles, isBlocked }: ReviewedPerson, locale: Locale, today: string): string {
  const { review: words } = textsFor(locale).compliance;
  const names: Readonly<Record<string, string>> = boardTexts(locale).access.roles;
  const said = roles.map(({ role, since }) => {
    const [name = ""] = role.split("@");
    return words.since(names[name] ?? name, formatDate(locale, dateOf(wallTimeOf(since)), today));
  });
  return [...said, ...isBlocked ? [words.blocked] : []].join(", ");
}

function Confirmed(
  { one, data, locale }: { one: ReviewedPerson; data: ReviewData; locale: Locale },
) {
  const words = textsFor(locale).compliance.review;
  const today = dateOf(wallTimeOf(data.nowMs));
  if (one.confirmed !== null) {
    return (
      <>
        {words.byWhom(formatMoment(locale, wallTimeOf(one.confirmed.at), today))}{" "}
        <Said>{one.confirmed.byName}</Said>
      </>
    );
  }
  if (!data.confirms || one.id === data.ownId) return <>{words.due}</>;
  return (
    <form method="post" action={paths.adminAccessReview()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="person" value={one.id} />
      <input type="hidden" name="roles" value={one.roles.map(({ role }) => role).join(" ")} />
      <button type="submit" class="button">
        {words.confirm}{" "}
        <span class="visually-hidden">
          <Said>{one.name}</Said>
        </span>
      </button>
    </form>
  );
}
