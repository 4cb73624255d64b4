// One zone or fixed price of a draft for operators: its form, complete without script, and its removal.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DraftItemData } from "../../../board/draft-page.ts";
import { ITEM_COLUMNS } from "../../../board/tariff-items.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { Meanwhile, Problems } from "./Problems.tsx";
import { tariffFieldName } from "./tariff-words.ts";

/** Properties of DraftItemPage. */
export interface DraftItemPageProps {
  data: DraftItemData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** What is inside the page. */
interface PartProps {
  data: DraftItemData;
  locale: Locale;
}

/** The page in the operators' frame. */
export function DraftItemPage({ data, state, url }: DraftItemPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, draft, kind, problems, meanwhile } = data;
  const { tariffs: words } = textsFor(locale);
  const isOpen = draft.state.kind === "open";
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{titleOf(data, locale)}</h1>
          <a class="button" href={paths.adminDraft(draft.id)}>{words.draft.back}</a>
        </header>
        <p class="jobs-lead">{kind === "zones" ? words.item.zoneHint : words.item.priceHint}</p>
        <Problems problems={problems} locale={locale} />
        <Meanwhile changes={meanwhile} locale={locale} heading={words.meanwhile} />
        {isOpen
          ? <ItemForm data={data} locale={locale} />
          : (
            <div class="action-problem" role="alert">
              <p>{words.draft.closed}</p>
            </div>
          )}
        {isOpen && data.current !== null && <Removal data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function titleOf({ kind, id }: DraftItemData, locale: Locale): string {
  const { item } = textsFor(locale).tariffs;
  if (kind === "zones") return id === "" ? item.newZone : item.zone(said(id));
  return id === "" ? item.newPrice : item.price(said(id));
}

/** Where the forms of an item are sent. */
function actionOf({ draft, kind, id }: DraftItemData): string {
  return id === ""
    ? paths.adminDraftItems(draft.id, kind)
    : paths.adminDraftItem(draft.id, kind, id);
}

function ItemForm({ data, locale }: PartProps) {
  const { item } = textsFor(locale).tariffs;
  const { kind, id, current, problems } = data;
  return (
    <form
      class="action-form landmark-form fleet-form"
      method="post"
      action={actionOf(data)}
      aria-describedby={problems.length === 0 ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="seen" value={current === null ? "" : JSON.stringify(current)} />
      {ITEM_COLUMNS[kind].columns.filter(({ name }) => name !== "id" || id === "")
        .map(({ name, isRequired = false }) => (
          <Field key={name} {...{ name, isRequired, data, locale }} />
        ))}
      <button type="submit" class="button primary" name="action" value="save">
        {id === "" ? item.add : item.save}
      </button>
    </form>
  );
}

function Field(
  { name, isRequired, data, locale }: PartProps & { name: string; isRequired: boolean },
) {
  const { tariffs: words } = textsFor(locale);
  const hints: Readonly<Record<string, string>> = words.hints;
  const label = tariffFieldName(name, locale);
  const isWrong = data.problems.some(({ column }) => column === name) ? "true" : undefined;
  const value = data.values[name] ?? "";
  const choices = choicesOf(name, data, locale);
  return (
    <div class={name === "points" ? "landmark-wide" : undefined}>
      <label class="action-field">
        <span>{isRequired || choices !== null ? label : `${label} (${words.optional})`}</span>
        {choices !== null
          ? (
            <select name={name} required={isRequired} aria-invalid={isWrong}>
              {isRequired && <option value="">{words.choose}</option>}
              {choices.map(([id, text]) => (
                <option key={id} value={id} selected={id === value}>{said(text)}</option>
              ))}
            </select>
          )
          : name === "points"
          ? <textarea name={name} rows={4} value={value} aria-invalid={isWrong} />
          : (
            <input
              type="text"
              name={name}
              value={value}
              required={isRequired}
              maxLength={80}
              dir="auto"
              aria-invalid={isWrong}
            />
          )}
      </label>
      {hints[name] !== undefined && <p class="action-hint">{hints[name]}</p>}
    </div>
  );
}

/** What a field chooses from; null for one that is written. */
function choicesOf(name: string, data: DraftItemData, locale: Locale): [string, string][] | null {
  const { directions } = textsFor(locale).tariffs.item;
  if (name === "direction") return Object.entries(directions);
  if (name !== "fromZone" && name !== "toZone") return null;
  return data.draft.tariff.zones.map((zone) => [zone.id, zone.name[locale] ?? zone.id]);
}

function Removal({ data, locale }: PartProps) {
  const { item } = textsFor(locale).tariffs;
  return (
    <details class="unfold landmark-retire">
      <summary class="button">{item.remove}</summary>
      <p class="action-hint">{item.removeHint}</p>
      <form class="action-form" method="post" action={actionOf(data)}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
        <input type="hidden" name="seen" value={JSON.stringify(data.current)} />
        <button type="submit" class="button danger" name="action" value="remove">
          {item.remove}
        </button>
      </form>
    </details>
  );
}
