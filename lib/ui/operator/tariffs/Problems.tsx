// Why a form of a tariff came back: what cannot be read, and what somebody else changed meanwhile.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { FieldChange, SetupProblem } from "../../../setup/setup-plan.ts";
import { said } from "../../parts/Said.tsx";
import { tariffFieldName } from "./tariff-words.ts";

/** What cannot be read, field by field; nothing when all can. */
export function Problems(
  { problems, locale }: { problems: readonly SetupProblem[]; locale: Locale },
) {
  const { tariffs: words, setup } = textsFor(locale);
  if (problems.length === 0) return null;
  return (
    <div class="action-problem" role="alert" id="problem">
      <p>{words.problems}</p>
      <ul>
        {problems.map(({ column, code, given, expected }) => (
          <li key={`${column} ${code}`}>
            {tariffFieldName(column, locale)}: {setup.problems[code](said(given), said(expected))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What somebody else changed meanwhile, field by field; nothing when nobody did. */
export function Meanwhile(
  { changes, locale, heading, shown = (_field, text) => text }: {
    changes: readonly FieldChange[];
    locale: Locale;
    heading: string;
    shown?: (field: string, text: string) => string;
  },
) {
  const { fleet } = textsFor(locale);
  if (changes.length === 0) return null;
  return (
    <div class="action-problem" role="alert">
      <p>{heading}</p>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {fleet.change(
              tariffFieldName(field.replace(/^(rates|extras)\./, ""), locale),
              said(shown(field, from) || fleet.nothing),
              said(shown(field, to) || fleet.nothing),
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
