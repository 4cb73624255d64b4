// What can be decided of a breach now, each with its reason: a form each, none of which needs a script.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BreachData } from "../../../board/breach-page.ts";
import type { BreachCommand } from "../../../compliance/breach.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

type Act = Exclude<BreachCommand["type"], "amend">;

/** The forms that fit how it stands. */
export function BreachDecisions({ data, locale }: { data: BreachData; locale: Locale }) {
  const words = textsFor(locale).breaches;
  const { authority, people } = data.breach;
  const forms = { data, locale };
  const isToldAuthority = authority.kind === "told";
  const isToldPeople = people.kind === "told";
  return (
    <section class="compliance-part">
      <h2>{words.decisions}</h2>
      {!isToldAuthority && (
        <>
          <ActForm {...forms} act="authority-tell" fields={["reason"]} />
          <ActForm {...forms} act="authority-not" fields={["reason"]} />
          <ActForm
            {...forms}
            act="authority-told"
            fields={data.isLate ? ["reference", "late"] : ["reference"]}
          />
        </>
      )}
      {!isToldPeople && (
        <>
          <ActForm {...forms} act="people-later" fields={["on", "reason"]} />
          <ActForm {...forms} act="people-not" fields={["reason"]} />
          <ActForm {...forms} act="people-told" fields={["on", "how"]} />
        </>
      )}
      <ActForm {...forms} act="close" fields={[]} />
    </section>
  );
}

function ActForm(
  { data, locale, act, fields }: {
    data: BreachData;
    locale: Locale;
    act: Act;
    fields: readonly ("reason" | "reference" | "late" | "on" | "how")[];
  },
) {
  const words = textsFor(locale).breaches;
  const { id, version } = data.breach;
  const form = (children: ComponentChildren) => (
    <form class="field-stack" method="post" action={paths.adminBreach(id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={version} />
      {children}
      <div class="button-row">
        <button type="submit" class="button">{words.acts[act]}</button>
      </div>
    </form>
  );
  if (fields.length === 0) return form(null);
  return (
    <details class="compliance-act" name="decision">
      <summary>{words.acts[act]}</summary>
      {form(fields.map((field) => (
        <label key={field} class="action-field">
          <span>{words[field]}</span>
          {field === "on"
            ? <input type="date" name={field} required />
            : <textarea name={field} rows={2} dir="auto" required={field !== "reference"} />}
        </label>
      )))}
    </details>
  );
}
