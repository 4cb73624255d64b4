// One person of the staff: roles, a block, and what has happened.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { PersonEvent } from "../../../accounts/person.ts";
import { staffRoles } from "../../../accounts/person-rules.ts";
import { type Role, STAFF_ROLES } from "../../../accounts/role.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { StaffPersonData } from "../../../board/staff-page.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { TextField } from "../../parts/Field.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of StaffPersonPage. */
export interface StaffPersonPageProps {
  data: StaffPersonData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** Longest reason of a block, in characters. */
const MAX_REASON = 200;

/** The page in the operators' frame. */
export function StaffPersonPage({ data, state, url }: StaffPersonPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, person, problem } = data;
  const words = textsFor(locale).staff;
  return (
    <OperatorPage page="staff" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs staff">
        <header class="jobs-head">
          <h1>
            <Said>{person.name}</Said>
          </h1>
          <a class="button" href={paths.adminStaff()}>{words.back}</a>
        </header>
        <p class="jobs-lead">
          <bdi dir="ltr">{person.email}</bdi>
        </p>
        {problem !== null && (
          <div class="action-problem" role="alert" id="problem">
            <p>{words.problems[problem]}</p>
          </div>
        )}
        {data.isSelf && data.manages && <p>{words.isSelf}</p>}
        <Roles data={data} locale={locale} />
        {data.manages && !data.isSelf && <Block data={data} locale={locale} />}
        <History data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function Roles({ data, locale }: { data: StaffPersonData; locale: Locale }) {
  const words = textsFor(locale).staff;
  const { roles } = boardTexts(locale).access;
  const own = staffRoles(data.person);
  const others = STAFF_ROLES.filter((role) => !own.includes(role));
  const mayChange = data.manages && !data.isSelf;
  return (
    <section class="staff-part">
      <h2>{words.rolesTitle}</h2>
      <ul class="staff-roles">
        {own.map((role) => (
          <li key={role}>
            <span>{roles[role]}</span>
            {mayChange && (
              <Act act="ungrant" data={data}>
                <input type="hidden" name="role" value={role} />
                <button type="submit" class="button">{words.removeRole(roles[role])}</button>
              </Act>
            )}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 && (
        <Act act="grant" data={data}>
          <label class="action-field">
            <span>{words.role}</span>
            <select name="role">
              {others.map((role) => <option key={role} value={role}>{roles[role]}</option>)}
            </select>
          </label>
          <button type="submit" class="button">{words.addRole}</button>
        </Act>
      )}
    </section>
  );
}

function Block({ data, locale }: { data: StaffPersonData; locale: Locale }) {
  const words = textsFor(locale).staff;
  const { standing } = data.person;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <section class="staff-part">
      <h2>{words.blockTitle}</h2>
      {standing.kind === "blocked"
        ? (
          <>
            <p>
              {words.blockedSince(formatMoment(locale, wallTimeOf(standing.at), today))}{" "}
              <Said>{standing.reason}</Said>
            </p>
            <Act act="unblock" data={data}>
              <button type="submit" class="button">{words.unblock}</button>
            </Act>
          </>
        )
        : (
          <Act act="block" data={data}>
            <p>{words.blockLead}</p>
            <TextField name="reason" label={words.reason} value="" maxLength={MAX_REASON} />
            <button type="submit" class="button danger">{words.block}</button>
          </Act>
        )}
    </section>
  );
}

function History({ data, locale }: { data: StaffPersonData; locale: Locale }) {
  const words = textsFor(locale).staff;
  const { roles } = boardTexts(locale).access;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <section class="staff-part">
      <h2>{words.historyTitle}</h2>
      <ul class="staff-history">
        {data.events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{formatMoment(locale, wallTimeOf(event.at), today)}</time>
            {" "}
            {eventWords(words.events, roles, event)},{" "}
            {event.by.kind === "server" ? words.byServer : words.by(said(event.by.name))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function eventWords(
  words: ReturnType<typeof textsFor>["staff"]["events"],
  roles: Readonly<Record<Role, string>>,
  event: PersonEvent,
): string {
  if (event.type === "granted" || event.type === "ungranted") {
    return words[event.type](roles[event.grant.role]);
  }
  return words[event.type];
}

function Act(
  { act, data, children }: {
    act: "grant" | "ungrant" | "block" | "unblock";
    data: StaffPersonData;
    children: ComponentChildren;
  },
) {
  return (
    <form class="staff-act" method="post" action={paths.adminPerson(data.person.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
}
