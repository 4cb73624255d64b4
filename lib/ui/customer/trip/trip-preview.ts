// Reads the trip form in the browser: as the question the price service answers, and as a draft to keep.
import { readClockTime } from "../../../kernel/clock-time.ts";
import { KEPT_DATABASE } from "../kept/kept-database.ts";
import type { TripDraft } from "./trip-draft.ts";
import { dateIn } from "./chosen-date.ts";
import { quotesPath } from "../../../kernel/trip-paths.ts";

/** Longest wait for a price, in ms; the button gives it anyway. */
const TIMEOUT_MS = 5_000;

/** The lowest price for the trip in the form, in öre; null when it has none yet or cannot be asked. */
export async function lowestPriceOre(
  form: HTMLFormElement,
  signal: AbortSignal,
  send: typeof fetch = (input, init) => fetch(input, init),
): Promise<number | null> {
  const question = tripQuestion(new FormData(form));
  if (question === null) return null;
  try {
    const response = await send(quotesPath(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...question, preview: true }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) return null;
    const { options } = await response.json() as { options: { totalOre: number }[] };
    return options.length === 0 ? null : Math.min(...options.map(({ totalOre }) => totalOre));
  } catch {
    // No network, too slow, or the trip changed meanwhile: the form works without the preview.
    return null;
  }
}

/** The form as the price service reads it; null until from, to, date and time are known. */
export function tripQuestion(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const stop = (end: "from" | "to") => ({
    words: text(end),
    placeId: text(`${end}Asked`) === text(end) ? text(`${end}Id`) || text(`${end}Choice`) : "",
  });
  const date = dateIn(form);
  const time = readClockTime(text("time"));
  if (!text("from") || !text("to") || date === "" || time === null) return null;
  return {
    from: stop("from"),
    to: stop("to"),
    pickup: { wallTime: `${date}T${time}` },
    passengers: Number(text("passengers")),
    bags: Number(text("bags")),
    wheelchairs: Number(text("wheelchairs")),
    extras: {
      childSeats: Number(text("childSeats")),
      pets: Number(text("pets")),
      extraLuggage: Number(text("extraLuggage")),
    },
  };
}

const DRAFT_KEY = "trip-draft";

/** Keeps what the form holds in this tab, so that a refresh or a detour loses nothing. */
export function keepDraft(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(DRAFT_KEY, draftOf(form));
  } catch {
    // Storage is full or forbidden: the form still works, it is only not kept.
  }
}

/** The form as it is kept: its fields by name, as JSON. */
export function draftOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return JSON.stringify(Object.fromEntries(fields));
}

/** Comes when there is something to keep or to bring back: the page must be small for whoever sees it the first time. */
const tripDraft = (): Promise<TripDraft> => import("./trip-draft.ts");

/** Puts back what this tab has kept, or another one, each field unless somebody was faster. */
export async function bringDraft(form: HTMLFormElement): Promise<void> {
  try {
    const own = sessionStorage.getItem(DRAFT_KEY);
    if (own === null && !await isAnythingKept()) return;
    const { draftOfOtherTab, restoreDraft } = await tripDraft();
    const draft = own ?? await draftOfOtherTab();
    if (draft !== null) restoreDraft(form, draft);
  } catch {
    // As above; or there is no network for what puts it back.
  }
}

/** Keeps it for when the tab is gone, for a day. Only what somebody wrote is worth that: a place. */
export async function keepDraftBeyondTab(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  if (!data.get("from") && !data.get("to")) return;
  try {
    await (await tripDraft()).keepBeyondTab(draftOf(form));
  } catch {
    // As above.
  }
}

async function isAnythingKept(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === KEPT_DATABASE);
}
