// The minute before a failure in a page, beside it: a line a step, how long before, what it was, its names and numbers.
import type { ComponentChildren } from "preact";
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { KeptTrail } from "../../../incidents/incident.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Step, Vitals } from "../../../trail/trail.ts";
import { Digits, Said, said } from "../../parts/Said.tsx";

/** Properties of TrailSteps. */
export interface TrailStepsProps {
  trail: KeptTrail;
  /** Address of what was seen on the screen, or null. */
  recording: string | null;
  locale: Locale;
}

/** The steps, the oldest first and the failure last. */
export function TrailSteps({ trail, recording, locale }: TrailStepsProps) {
  const words = textsFor(locale).incidents.trail;
  return (
    <section class="incident-part" aria-labelledby="trail-title">
      <h2 id="trail-title">{words.title}</h2>
      <p>{words.lead}</p>
      <MeasuredVitals vitals={trail.vitals} locale={locale} />
      <ol class="trail">
        {trail.steps.map((step, i) => (
          <Line key={i} agoMs={step.agoMs} {...lineOf(step, locale)} locale={locale} />
        ))}
        <Line
          agoMs={0}
          what={words.failed}
          details={[trail.route, trail.island, trail.position]}
          isBad
          locale={locale}
        />
      </ol>
      {recording !== null && <a href={recording}>{words.recording}</a>}
    </section>
  );
}

/** What a line says beside its time. */
interface LineWords {
  what: string;
  /** Names and numbers; those that are "" are left out. */
  details: readonly string[];
  isBad?: boolean;
}

function Line(
  { agoMs, what, details, isBad = false, locale }: LineWords & { agoMs: number; locale: Locale },
) {
  const shown = details.filter((each) => each !== "");
  return (
    <li class={isBad ? "is-bad" : undefined}>
      <span class="trail-time">
        <Digits>
          {agoMs === 0 ? "0" : `−${lengthOf(agoMs, locale)}`}
        </Digits>
      </span>
      <span class="trail-what">{what}</span>
      {shown.length > 0 && (
        <span class="trail-details">
          {shown.map((each, i) => (
            <code key={i}>
              <Said>{each}</Said>
            </code>
          ))}
        </span>
      )}
    </li>
  );
}

/** In tenths of seconds, within the last second in milliseconds. */
function lengthOf(ms: number, locale: Locale): string {
  const words = textsFor(locale).incidents.trail;
  if (ms < 1_000) return words.milliseconds(formatNumber(locale, ms));
  return words.seconds(formatNumber(locale, Math.round(ms / 100) / 10));
}

function lineOf(step: Step, locale: Locale): LineWords {
  const words = textsFor(locale).incidents.trail;
  switch (step.kind) {
    case "page":
      return {
        what: words.pageShown,
        details: [
          step.route,
          step.how === "" || step.how === "navigate" ? "" : words.arrival[step.how],
          step.from === "" ? "" : words.cameFrom(said(step.from)),
          step.code,
          step.requestId,
        ],
        isBad: step.code !== "",
      };
    case "seen":
      return { what: step.isSeen ? words.seen : words.unseen, details: [] };
    case "network":
      return { what: step.isOnline ? words.online : words.offline, details: [] };
    case "island":
      return { what: words.islandLive, details: [step.island] };
    case "ask":
      return askLine(step, locale);
    case "use":
      return useLine(step, locale);
    default:
      return step satisfies never;
  }
}

function askLine(step: Extract<Step, { kind: "ask" }>, locale: Locale): LineWords {
  const words = textsFor(locale).incidents.trail;
  return {
    what: words.asked,
    details: [
      step.route,
      step.status === 0 ? words.noAnswer : String(step.status),
      step.code,
      words.milliseconds(formatNumber(locale, step.tookMs)),
      step.requestId,
    ],
    isBad: step.status === 0 || step.status >= 400,
  };
}

function useLine(step: Extract<Step, { kind: "use" }>, locale: Locale): LineWords {
  const words = textsFor(locale).incidents.trail;
  return {
    what: words.deed[step.deed],
    details: [
      step.control,
      step.name,
      words.nth(step.nth + 1),
      step.island === "" ? "" : words.inIsland(said(step.island)),
    ],
  };
}

function MeasuredVitals({ vitals, locale }: { vitals: Vitals; locale: Locale }) {
  const words = textsFor(locale).incidents.trail;
  const rows: [name: string, value: ComponentChildren][] = [];
  for (const name of ["ttfbMs", "lcpMs", "inpMs"] as const) {
    const ms = vitals[name];
    if (ms !== null) rows.push([words.vitals[name], words.milliseconds(formatNumber(locale, ms))]);
  }
  const { clsThousandths } = vitals;
  if (clsThousandths !== null) {
    rows.push([words.vitals.clsThousandths, (clsThousandths / 1_000).toFixed(3)]);
  }
  return (
    <dl class="trail-vitals">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Digits>{value}</Digits>
          </dd>
        </div>
      ))}
    </dl>
  );
}
