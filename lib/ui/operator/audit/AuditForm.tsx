// What can be asked of the audit log, as a form that works by its address.
import { AUDIT_OUTCOMES } from "../../../audit/entry-words.ts";
import { INTENT_KINDS } from "../../../audit/intent.ts";
import type { AuditData } from "../../../board/audit-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { said } from "../../parts/Said.tsx";

/** The form, with what was asked. */
export function AuditForm({ data, locale }: { data: AuditData; locale: Locale }) {
  const words = textsFor(locale).audit;
  const { query } = data;
  return (
    <section class="compliance-part">
      <h2>{words.filter}</h2>
      <form class="audit-form" method="get" action={paths.adminAudit()}>
        <Input name="from" type="date" label={words.from} value={query.from} />
        <Input name="until" type="date" label={words.until} value={query.until} />
        <Choices data={data} locale={locale} />
        <Input
          name="subject"
          label={words.subject}
          hint={words.subjectHint}
          value={query.subject}
        />
        <Input name="what" label={words.what} hint={words.whatHint} value={query.what} />
        <Input
          name="network"
          label={words.network}
          hint={words.networkHint}
          value={query.network}
        />
        <div class="button-row">
          <button type="submit" class="button">{words.search}</button>
          <a class="button" href={paths.adminAudit()}>{words.clear}</a>
        </div>
      </form>
    </section>
  );
}

function Choices({ data: { query, staff, holders }, locale }: { data: AuditData; locale: Locale }) {
  const words = textsFor(locale).audit;
  const people = staff.map(({ id, name }) => [`person/${id}`, said(name)] as const);
  const kinds = INTENT_KINDS.map((kind) => [kind, words.kinds[kind]] as const);
  const outcomes = AUDIT_OUTCOMES.map((one) => [one, words.outcomes[one]] as const);
  const permits = holders.map(({ id, name }) => [id, said(name)] as const);
  return (
    <>
      <Choose
        name="who"
        label={words.who}
        value={query.who}
        options={[
          ["", words.anybody],
          ["guest", words.guest],
          ["system", words.system],
          ...people,
        ]}
      />
      <Choose
        name="kind"
        label={words.kind}
        value={query.kind}
        options={[["", words.anyKind], ...kinds]}
      />
      <Choose
        name="outcome"
        label={words.outcome}
        value={query.outcome}
        options={[["", words.anyOutcome], ...outcomes]}
      />
      <Choose
        name="holder"
        label={words.holder}
        value={query.holder}
        options={[["", words.anyHolder], ...permits]}
      />
    </>
  );
}

interface InputProps {
  name: string;
  type?: "text" | "date";
  label: string;
  hint?: string;
  value: string;
}

function Input({ name, type = "text", label, hint, value }: InputProps) {
  const hintId = `audit-${name}-hint`;
  return (
    <div class="action-field">
      <label for={`audit-${name}`}>{label}</label>
      <input
        id={`audit-${name}`}
        type={type}
        name={name}
        value={value}
        maxLength={200}
        autocomplete="off"
        aria-describedby={hint === undefined ? undefined : hintId}
      />
      {hint !== undefined && <small id={hintId}>{hint}</small>}
    </div>
  );
}

interface ChooseProps {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
}

function Choose({ name, label, value, options }: ChooseProps) {
  return (
    <label class="action-field">
      <span>{label}</span>
      <select name={name}>
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>{text}</option>
        ))}
      </select>
    </label>
  );
}
