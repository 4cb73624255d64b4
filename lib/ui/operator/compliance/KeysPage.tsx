// The key-encryption keys: which version is in use and how much of it, how far a rotation is, and the way to start one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { KeysData, RotationView } from "../../../board/keys-page.ts";
import {
  formatList,
  formatMoment,
  formatNumber,
  formatPercent,
  wallTimeOf,
} from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";
import { Fact, Facts } from "./Facts.tsx";

type Part = { data: KeysData; locale: Locale };

/** The page in the operators' frame. */
export function KeysPage(props: ComplianceProps<KeysData>) {
  const { data, state: { locale } } = props;
  const words = textsFor(locale).encryptionKeys;
  const { erasures } = data;
  return (
    <CompliancePage {...props} at={paths.adminKeys()} title={words.title} lead={words.lead}>
      {data.done !== null && <p role="status">{words.done[data.done]}</p>}
      <Versions data={data} locale={locale} />
      <section class="compliance-part">
        <h2>{words.rotation}</h2>
        {data.rotation === null
          ? <p>{words.noRotation}</p>
          : <Progress rotation={data.rotation} nowMs={data.nowMs} locale={locale} />}
        <Start data={data} locale={locale} />
      </section>
      <section class="compliance-part">
        <h2>{words.kept}</h2>
        <Facts>
          <Fact name={words.erasures}>
            {words.counted(formatNumber(locale, erasures.count), erasures.isAll)}
          </Fact>
          <Fact name={words.backup}>
            <Backup data={data} locale={locale} />
          </Fact>
        </Facts>
      </section>
    </CompliancePage>
  );
}

function Versions({ data, locale }: Part) {
  const words = textsFor(locale).encryptionKeys;
  const { version, state, uses, share } = words.columns;
  return (
    <section class="compliance-part">
      <h2>{words.versions}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.versions}</caption>
        <thead>
          <tr>
            <th scope="col">{version}</th>
            <th scope="col">{state}</th>
            <th scope="col">{uses}</th>
            <th scope="col">{share}</th>
          </tr>
        </thead>
        <tbody>
          {data.versions.map((one) => (
            <tr key={one.version}>
              <th scope="row" class="job-what">{one.version}</th>
              <td data-label={state}>
                {one.retiredAt !== null
                  ? words.retired(moment(locale, one.retiredAt, data.nowMs))
                  : one.isCurrent
                  ? words.current
                  : words.former}
              </td>
              <td data-label={uses}>{words.atMost(formatNumber(locale, one.uses))}</td>
              <td data-label={share}>
                {formatPercent(locale, Math.floor(100 * one.uses / data.mostUses))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="action-hint">{words.shareHint(formatNumber(locale, data.mostUses))}</p>
    </section>
  );
}

function Progress(
  { rotation, nowMs, locale }: { rotation: RotationView; nowMs: number; locale: Locale },
) {
  const words = textsFor(locale).encryptionKeys;
  const { done, all, rewrapped, stuck, endsAt, retiresAt, movedAt, finishedAt } = rotation;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <Facts>
      <Fact name={words.to}>{rotation.to}</Fact>
      <Fact name={words.began}>{moment(locale, rotation.startedAt, nowMs)}</Fact>
      <Fact name={words.looked}>
        {words.doneOf(number(done), words.counted(number(all.count), all.isAll))}
      </Fact>
      <Fact name={words.moved}>{number(rewrapped)}</Fact>
      {stuck > 0 && <Fact name={words.stuck}>{words.stuckText(number(stuck))}</Fact>}
      {movedAt === null && (
        <Fact name={words.ends}>
          {endsAt === null ? words.endUnknown : words.about(moment(locale, endsAt, nowMs))}
        </Fact>
      )}
      {retiresAt !== null && (
        <Fact name={words.retires}>{words.earliest(moment(locale, retiresAt, nowMs))}</Fact>
      )}
      {finishedAt !== null && <Fact name={words.finished}>{moment(locale, finishedAt, nowMs)}
      </Fact>}
    </Facts>
  );
}

function Start({ data, locale }: Part) {
  const words = textsFor(locale).encryptionKeys;
  const { isRotating, canAdd, manages, formToken, current } = data;
  if (!isRotating && !canAdd) return <p>{words.elsewhere}</p>;
  if (!manages) return isRotating ? <p>{words.goesOn}</p> : null;
  return (
    <form class="field-stack" method="post" action={paths.adminKeys()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="version" value={current} />
      <p class="action-hint">{isRotating ? words.goesOn : words.startHint}</p>
      <div class="button-row">
        <button type="submit" class="button">{isRotating ? words.resume : words.start}</button>
      </div>
    </form>
  );
}

function Backup({ data: { backup, nowMs }, locale }: Part) {
  const words = textsFor(locale).encryptionKeys;
  if (backup === null) return <>{words.noBackup}</>;
  const versions = formatList(locale, backup.keyVersions.map(String));
  return <>{words.backupOf(moment(locale, backup.madeAt, nowMs), versions)}</>;
}

function moment(locale: Locale, instant: string, nowMs: number): string {
  return formatMoment(locale, wallTimeOf(instant), dateOf(wallTimeOf(nowMs)));
}
