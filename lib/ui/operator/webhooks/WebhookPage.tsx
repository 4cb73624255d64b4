// One receiver of webhooks: what it is told, its secret, on and off, a test, and what it was sent.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { WebhookData, WebhookNotice } from "../../../board/webhooks-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { OLD_SECRET_MS } from "../../../webhooks/endpoint.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { ReceiverFields } from "./ReceiverFields.tsx";

const HOUR_MS = 60 * 60_000;

/** Properties of WebhookPage. */
export interface WebhookPageProps {
  data: WebhookData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function WebhookPage({ data, state, url }: WebhookPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, endpoint, notice, manages } = data;
  const words = textsFor(locale).webhooks;
  return (
    <OperatorPage
      page="webhooks"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs webhooks">
        <header class="jobs-head">
          <h1>
            <Said>{endpoint.host}</Said>
          </h1>
          <a class="button" href={paths.adminWebhooks()}>{words.back}</a>
        </header>
        {notice !== null && (
          <div role="status" id="notice">
            <Notice tone={isGood(notice) ? "ok" : "info"}>{noticeWords(notice, locale)}</Notice>
          </div>
        )}
        {manages && (
          <>
            <Switch data={data} locale={locale} />
            <Settings data={data} locale={locale} />
            <Secret data={data} locale={locale} />
          </>
        )}
        <DeliveryLog data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

function Switch({ data, locale }: { data: WebhookData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const { state } = data.endpoint;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <section class="webhook-part">
      <h2>{words.switchTitle}</h2>
      {state.kind === "off" && (
        <p>
          {words.offSince(formatMoment(locale, wallTimeOf(state.since), today))}{" "}
          {state.why === "failing" && words.failingHint}
        </p>
      )}
      <div class="action-row">
        <Act act="test" data={data}>
          <button type="submit" class="button">{words.test}</button>
        </Act>
        {state.kind === "off" && (
          <Act act="on" data={data}>
            <button type="submit" class="button primary">{words.turnOn}</button>
          </Act>
        )}
        {state.kind === "on" && (
          <Act act="off" data={data}>
            <button type="submit" class="button">{words.turnOff}</button>
          </Act>
        )}
        <details class="unfold">
          <summary class="button">{words.remove}</summary>
          <Act act="remove" data={data}>
            <p class="action-hint">{words.removeHint}</p>
            <button type="submit" class="button danger">{words.removeConfirm}</button>
          </Act>
        </details>
      </div>
    </section>
  );
}

function Settings({ data, locale }: { data: WebhookData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const { endpoint, fault } = data;
  return (
    <section class="webhook-part">
      <h2>{words.settings}</h2>
      <Act act="set" data={data} class="field-stack">
        <ReceiverFields locale={locale} url={endpoint.url} events={endpoint.events} fault={fault} />
        <div class="button-row">
          <button type="submit" class="button">{words.change}</button>
        </div>
      </Act>
    </section>
  );
}

function Secret({ data, locale }: { data: WebhookData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const today = dateOf(wallTimeOf(data.nowMs));
  const moment = formatMoment(locale, wallTimeOf(data.endpoint.secretMadeAt), today);
  return (
    <section class="webhook-part">
      <h2>{words.secretTitle}</h2>
      {data.secret !== null && (
        <div role="status">
          <Notice tone="ok">
            <p>{words.rotated}</p>
            <p>
              <code class="webhook-secret" dir="ltr">{data.secret}</code>
            </p>
          </Notice>
        </div>
      )}
      <p>{words.secretLead(OLD_SECRET_MS / HOUR_MS)} {words.secretMade(moment)}</p>
      <Act act="rotate" data={data}>
        <button type="submit" class="button">{words.rotate}</button>
      </Act>
    </section>
  );
}

/** A form of the page. */
function Act(
  { act, data, class: look = "webhook-act", children }: {
    act: "set" | "rotate" | "on" | "off" | "remove" | "test";
    data: WebhookData;
    class?: string;
    children: ComponentChildren;
  },
) {
  return (
    <form class={look} method="post" action={paths.adminWebhook(data.endpoint.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
}

function isGood({ kind }: WebhookNotice): boolean {
  return kind === "saved" || kind === "replayed" || kind === "span" || kind === "tested";
}

function noticeWords(notice: WebhookNotice, locale: Locale): string {
  const words = textsFor(locale).webhooks;
  switch (notice.kind) {
    case "span": {
      const count = words.spanReplayed(formatNumber(locale, notice.count));
      return notice.isMore ? `${count} ${words.spanMore}` : count;
    }
    case "tested":
      return words.tested(String(notice.status));
    case "testFailed":
      return words.testFailed(said(notice.said));
    default:
      return words[notice.kind];
  }
}
