// The way to purge: what is meant, then what would go, and why. Each step is an address or a form, without a script.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { CacheData, PurgePreview } from "../../../board/cache-page.ts";
import {
  EDGE_KEYS,
  MAX_TAG_LENGTH,
  PURGE_WAYS,
  type PurgeFault,
  purgeQuery,
} from "../../../board/purge-form.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import { CACHE_CATEGORIES } from "../../../cache/category.ts";
import { MAX_PATTERN_LENGTH } from "../../../cache/invalidation.ts";
import { formatCount, formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { FieldError, TextField } from "../../parts/Field.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";

type Part = { data: CacheData; locale: Locale };

/** The part of the page. */
export function Purge({ data, locale }: Part) {
  const words = textsFor(locale).cache;
  return (
    <aside class="cache-purge" aria-labelledby="purge-title">
      <h2 id="purge-title">{words.purge}</h2>
      {data.manages
        ? (
          <>
            <p class="action-hint">{words.purgeLead}</p>
            <Wanted data={data} locale={locale} />
            {data.preview !== null && <Confirm {...{ data, locale, preview: data.preview }} />}
          </>
        )
        : <p>{words.onlyLooks}</p>}
    </aside>
  );
}

/** What is meant; style shows the fields of the chosen way alone, so that none of them is required of all. */
function Wanted({ data: { form, edge, fault }, locale }: Part) {
  const words = textsFor(locale).cache;
  const by = form?.by ?? "tag";
  const ways = PURGE_WAYS.filter((way) => way !== "edge" || edge !== null);
  const box = (name: "tag" | "category" | "pattern" | "key") => ({
    ...{ name, label: words[name], value: form?.[name] ?? "", choose: words.choose },
    error: fault === name ? faultWords(locale, name) : undefined,
  });
  return (
    <form class="cache-wanted field-stack" method="get" action={paths.adminCache()}>
      <fieldset class="cache-ways">
        <legend>{words.by}</legend>
        {ways.map((way) => (
          <label key={way}>
            <input type="radio" name="by" value={way} checked={way === by} /> {words.ways[way]}
          </label>
        ))}
      </fieldset>
      <Written {...box("tag")} maxLength={MAX_TAG_LENGTH} />
      <Chosen
        {...box("category")}
        options={CACHE_CATEGORIES.map((one) => [one, words.names[one]])}
      />
      <Written {...box("pattern")} maxLength={MAX_PATTERN_LENGTH} hint={words.patternHint} />
      {edge !== null && (
        <Chosen {...box("key")} options={EDGE_KEYS.map((one) => [one, words.keys[one]])} />
      )}
      <button type="submit" class="button">{words.look}</button>
    </form>
  );
}

interface BoxProps {
  name: string;
  label: string;
  value: string;
  choose: string;
  error: string | undefined;
}

function Written(props: BoxProps & { maxLength: number; hint?: string }) {
  const { name, value, error, maxLength, hint } = props;
  const about = hint === undefined ? `${name}-error` : `${name}-hint ${name}-error`;
  return (
    <Box {...props}>
      <input
        {...{ id: name, name, value, maxLength, type: "text", autocomplete: "off" }}
        dir="auto"
        spellcheck={false}
        aria-describedby={about}
        aria-invalid={error !== undefined}
      />
    </Box>
  );
}

function Chosen(
  props: BoxProps & { options: readonly (readonly [value: string, name: string])[] },
) {
  const { name, value, choose, options, error } = props;
  return (
    <Box {...props}>
      <select
        id={name}
        name={name}
        aria-describedby={`${name}-error`}
        aria-invalid={error !== undefined}
      >
        <option value="">{choose}</option>
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>{text}</option>
        ))}
      </select>
    </Box>
  );
}

function Box(
  { name, label, error, hint, children }: BoxProps & {
    hint?: string;
    children: ComponentChildren;
  },
) {
  return (
    <div class={error === undefined ? "field" : "field has-error"} data-of={name}>
      <div class="field-box">
        <label for={name}>{label}</label>
        {children}
      </div>
      {hint !== undefined && <p class="field-hint" id={`${name}-hint`}>{hint}</p>}
      <FieldError id={`${name}-error`} text={error} />
    </div>
  );
}

/** What would go, and the form that does it. */
function Confirm({ data, preview, locale }: Part & { preview: PurgePreview }) {
  const words = textsFor(locale).cache;
  const { form, formToken, reason, fault } = data;
  const counted = preview.of === "kept"
    ? formatCount(locale, preview.held.entries, words.entries)
    : null;
  const act = counted !== null && preview.of === "kept" && preview.held.isAll
    ? words.doEntries(counted)
    : words.doIt;
  return (
    <form class="field-stack cache-confirm" method="post" action={paths.adminCache()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      {form !== null &&
        Object.entries(purgeQuery(form)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <h3>{words.goes}</h3>
      <Goes data={data} preview={preview} locale={locale} />
      <TextField
        {...{ name: "reason", label: words.why, value: reason, maxLength: MAX_REASON_LENGTH }}
        error={fault === "reason" ? faultWords(locale, fault) : undefined}
      />
      <p class="action-hint">{words.audited}</p>
      <div class="button-row">
        <button type="submit" class="button primary">{act}</button>
        <a class="button" href={paths.adminCache()}>{words.cancel}</a>
      </div>
    </form>
  );
}

function Goes({ data, preview, locale }: Part & { preview: PurgePreview }) {
  const words = textsFor(locale).cache;
  if (preview.of === "edge") {
    return (
      <Facts areFigures>
        <Fact name={words.edge}>{words.edgeAnswers}</Fact>
      </Facts>
    );
  }
  const { entries, isAll } = preview.held;
  const counted = formatCount(locale, entries, words.entries);
  const shared = data.analytics.tiers.network === null ? words.notShared : words.allThatFits;
  return (
    <Facts areFigures>
      <Fact name={words.here}>{isAll ? counted : words.atLeast(counted)}</Fact>
      <Fact name={words.others}>{shared}</Fact>
      <Fact name={words.network}>{shared}</Fact>
    </Facts>
  );
}

function faultWords(locale: Locale, fault: PurgeFault): string {
  const { faults } = textsFor(locale).cache;
  const most = (length: number) => formatNumber(locale, length);
  switch (fault) {
    case "tag":
      return faults.tag(most(MAX_TAG_LENGTH));
    case "pattern":
      return faults.pattern(most(MAX_PATTERN_LENGTH));
    case "reason":
      return faults.reason(most(MAX_REASON_LENGTH));
    default:
      return faults[fault];
  }
}
