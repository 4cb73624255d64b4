// What somebody else did to a trip first, as sentences: who, what, and how long ago. Pure.
import { type FleetNames, vehicleName } from "../../../board/day.ts";
import type { ActionProblem } from "../../../board/operator-action.ts";
import type { MissedEvent } from "../../../booking/booking-version.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { said } from "../../parts/Said.tsx";
import { clockTime } from "../frame/look.ts";
import { problemText } from "../pane/problem-text.ts";

/** Sentences of one conflict; who is told of more reads the trip's history. */
const MOST_SAID = 2;
/** The board's clock goes in steps of ten seconds: a finer age would not be true. */
const STEP_SECONDS = 10;

/** What the sentences are made of. */
export interface MissedLook {
  locale: Locale;
  texts: Pick<BoardTexts, "missed">;
  fleet: { vehicles: readonly CarName[] };
}

/** A car as people call it. */
export type CarName = Pick<FleetNames["vehicles"][number], "id" | "name">;

/** What a refusal's sentences are made of. */
export interface RefusedLook extends MissedLook {
  texts: Pick<BoardTexts, "missed" | "problems">;
}

/** A refusal: its problem, and what somebody else did first, oldest first. */
export interface Refused {
  problem: ActionProblem;
  since: readonly MissedEvent[];
}

/** `Karin gav resan till Bil 12 för 20 s sedan.`: the last things first; "" when nothing was missed. */
export function missedWords(
  look: MissedLook,
  since: readonly MissedEvent[],
  nowMs: number,
): string {
  const words = look.texts.missed;
  const commits = mainEvents(since).reverse();
  const sentences = commits.slice(0, MOST_SAID).map((event) => sentence(look, event, nowMs));
  const more = commits.length - sentences.length;
  return [...sentences, ...more > 0 ? [words.more(more)] : []].join(" ");
}

/** What one commit did has one instant, and the last of its events says what it was for. */
function mainEvents(since: readonly MissedEvent[]): MissedEvent[] {
  return since.filter((event, i) => event.at !== since[i + 1]?.at);
}

/** Why an act was refused: what somebody else did first where that is why, else the problem's own words. */
export function refusedWords(
  look: RefusedLook,
  { problem, since }: Refused,
  nowMs: number,
): string {
  if (since.length === 0) return problemText(look.texts, problem);
  const { kept, notUndone } = look.texts.missed;
  const after = problem === "undo-overtaken" ? notUndone : kept;
  return `${missedWords(look, since, nowMs)} ${after}`;
}

function sentence(look: MissedLook, event: MissedEvent, nowMs: number): string {
  const { sentence, by } = look.texts.missed;
  const who = event.role === "operator" ? said(event.by) : by[event.role];
  return sentence(who, whatWords(look, event), whenWords(look, Date.parse(event.at), nowMs));
}

function whatWords({ texts, fleet }: MissedLook, { type, vehicleId, fields }: MissedEvent): string {
  const { did, gave, moved, changed, fields: names } = texts.missed;
  const car = vehicleId === null ? "" : said(vehicleName(fleet, vehicleId));
  switch (type) {
    case "assigned":
      return gave(car);
    case "moved":
      return moved(car);
    case "changed":
      return changed(fields.map((field) => names[field]).join(", "));
    default:
      return did[type];
  }
}

function whenWords({ locale, texts }: MissedLook, atMs: number, nowMs: number): string {
  const { when } = texts.missed;
  const seconds = Math.floor((nowMs - atMs) / 1_000);
  if (seconds < STEP_SECONDS) return when.now;
  if (seconds < 60) return when.seconds(seconds - seconds % STEP_SECONDS);
  if (seconds < 3_600) return when.minutes(Math.floor(seconds / 60));
  return when.at(clockTime(locale, atMs));
}
