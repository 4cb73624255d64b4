// Who works here: the list, and an invitation for somebody new.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { Person } from "../../../accounts/person.ts";
import { staffRoles } from "../../../accounts/person-rules.ts";
import { STAFF_ROLES } from "../../../accounts/role.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { StaffListData } from "../../../board/staff-page.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { shownErrors } from "../../customer/shown-errors.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { FieldError, TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of StaffPage. */
export interface StaffPageProps {
  data: StaffListData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function StaffPage({ data, state, url }: StaffPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, staff } = data;
  const words = textsFor(locale).staff;
  return (
    <OperatorPage page="staff" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs staff">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <table class="listing jobs-table">
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.roles}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.since}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((person) => (
              <Row key={person.id} person={person} locale={locale} nowMs={nowMs} />
            ))}
          </tbody>
        </table>
        {data.manages && <Invite data={data} locale={locale} />}
        {data.drivers.length > 0 && <InviteDriver data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function Row({ person, locale, nowMs }: { person: Person; locale: Locale; nowMs: number }) {
  const words = textsFor(locale).staff;
  const { roles } = boardTexts(locale).access;
  const today = dateOf(wallTimeOf(nowMs));
  const own = staffRoles(person).map((role) => roles[role]).join(", ");
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={paths.adminPerson(person.id)}>
          <Said>{person.name}</Said>
        </a>
        <p class="landmark-marks">
          <bdi dir="ltr">{person.email}</bdi>
        </p>
      </th>
      <td data-label={words.columns.roles}>{own}</td>
      <td data-label={words.columns.state}>{words.states[person.standing.kind]}</td>
      <td data-label={words.columns.since}>
        {formatMoment(locale, wallTimeOf(person.createdAt), today)}
      </td>
    </tr>
  );
}

function Invite({ data, locale }: { data: StaffListData; locale: Locale }) {
  const words = textsFor(locale).staff;
  const { roles } = boardTexts(locale).access;
  const { values, invitation, formToken } = data;
  const shown = shownErrors(locale, data.errors, { name: values.name, email: values.email }, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <section class="staff-invite" id="invite">
      <h2>{words.invite}</h2>
      {invitation !== null && (
        <div role="status">
          <Notice tone="ok">
            <p>{words.invited(said(invitation.name))}</p>
            <p>
              <code class="staff-link" dir="ltr">{invitation.address}</code>
            </p>
          </Notice>
        </div>
      )}
      <p class="jobs-lead">{words.inviteLead}</p>
      <ErrorSummary locale={locale} errors={shown} />
      <form class="field-stack" method="post" action={paths.adminStaff()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <TextField name="name" label={words.name} value={values.name} error={errorOf("name")} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          value={values.email}
          error={errorOf("email")}
        />
        <div class={errorOf("role") === undefined ? "field" : "field has-error"}>
          <div class="field-box">
            <label for="role">{words.role}</label>
            <select id="role" name="role" required>
              <option value="">{words.choose}</option>
              {STAFF_ROLES.map((role) => (
                <option key={role} value={role} selected={role === values.role}>
                  {roles[role]}
                </option>
              ))}
            </select>
          </div>
          <FieldError id="role-error" text={errorOf("role")} />
        </div>
        <div class="button-row">
          <button type="submit" class="button primary">{words.send}</button>
        </div>
      </form>
    </section>
  );
}

function InviteDriver({ data, locale }: { data: StaffListData; locale: Locale }) {
  const words = textsFor(locale).staff;
  const shown = shownErrors(locale, data.errors, {}, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <section class="staff-invite">
      <h2>{words.inviteDriver}</h2>
      <p class="jobs-lead">{words.inviteDriverLead}</p>
      <form class="field-stack" method="post" action={paths.adminStaff()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
        <div class={errorOf("driver") === undefined ? "field" : "field has-error"}>
          <div class="field-box">
            <label for="driver">{words.driver}</label>
            <select id="driver" name="driver" required>
              <option value="">{words.chooseDriver}</option>
              {data.drivers.map(({ id, name }) => <option key={id} value={id}>{said(name)}
              </option>)}
            </select>
          </div>
          <FieldError id="driver-error" text={errorOf("driver")} />
        </div>
        <TextField
          name="driverEmail"
          type="email"
          label={words.email}
          value=""
          error={errorOf("driverEmail")}
        />
        <div class="button-row">
          <button type="submit" class="button">{words.send}</button>
        </div>
      </form>
    </section>
  );
}
