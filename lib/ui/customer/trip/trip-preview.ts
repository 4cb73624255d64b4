// Reads the trip form in the browser: as the question the price service answers, and as a draft to keep.
import { readClockTime } from "../../../kernel/clock-time.ts";
import { isUntouched, restoreField } from "../../parts/form-draft.ts";
import { KEPT_DATABASE } from "../kept/kept-database.ts";
import { chosenDate, dateIn } from "./chosen-date.ts";
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

/** Comes when there is something to keep or to bring: the page must be small for whoever sees it the first time. */
const keptStore = () => import("../kept/kept-store.ts");

/** Keeps what the form holds in this tab, so that a refresh or a detour loses nothing. */
export function keepDraft(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(DRAFT_KEY, draftOf(form));
  } catch {
    // Storage is full or forbidden: the form still works, it is only not kept.
  }
}

/** Keeps it for when the tab is gone, for a day. Only what somebody wrote is worth that: a place. */
export async function keepDraftBeyondTab(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  if (!data.get("from") && !data.get("to")) return;
  const { DRAFT_KEPT_HOURS, keep } = await keptStore();
  await keep({
    name: "draft",
    untilMs: Date.now() + DRAFT_KEPT_HOURS * 60 * 60_000,
    value: draftOf(form),
  });
}

/** Puts the kept draft of another tab into this one, unless it has its own; true when it did. */
export async function bringDraft(): Promise<boolean> {
  try {
    if (sessionStorage.getItem(DRAFT_KEY) !== null) return false;
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === KEPT_DATABASE)) return false;
    const { kept } = await keptStore();
    const draft = await kept("draft", Date.now());
    if (typeof draft !== "string") return false;
    sessionStorage.setItem(DRAFT_KEY, draft);
    return true;
  } catch {
    // As above.
    return false;
  }
}

function draftOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return JSON.stringify(Object.fromEntries(fields));
}

/**
 * Puts a kept draft back, each field unless somebody was faster. A pickup that has passed meanwhile keeps the
 * form's own suggestion.
 */
export function restoreDraft(form: HTMLFormElement): void {
  try {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? "{}") as Record<string, string>;
    const { day = "", date = "", time = "", ...rest } = draft;
    const isTouched = (name: string) => !isUntouched(form.elements.namedItem(name));
    const wanted = day || date;
    if (wanted !== "" && `${wanted}T${readClockTime(time) ?? ""}` > suggestedPickup(form)) {
      // Browsers put the date back and forget which choice it belonged to.
      const isSameDate = new FormData(form).get("date") === wanted;
      if (!isTouched("day") && (isSameDate || !isTouched("date"))) restoreDate(form, wanted);
      // A time belongs to its day, also where the browser has put only the day back. Written as the browser's own field
      // takes it, which this still is when its script comes late: that empties itself of any other writing.
      if (chosenDate(form) === wanted) restoreField(form, "time", readClockTime(time));
    }
    for (const end of ["from", "to"]) {
      // A place belongs to its words: both are put back, or neither.
      if (!isTouched(end)) continue;
      for (const part of ["Id", "Asked", "Choice"]) delete rest[end + part];
    }
    for (const [name, value] of Object.entries(rest)) restoreField(form, name, value);
    form.dispatchEvent(new Event("change"));
  } catch {
    // An unreadable draft is no draft.
  }
}

/** The wall time the form came with: the first one that can be had, unless a trip was being changed. */
function suggestedPickup(form: HTMLFormElement): string {
  const first = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`);
  const day = form.querySelector<HTMLInputElement>("[name=day][checked]")?.value ?? "";
  const time = readClockTime(first("time")?.defaultValue ?? "");
  return `${day || first("date")?.defaultValue}T${time ?? ""}`;
}

/** Chooses the date among the days, or as the other date when its day is not offered any more. */
function restoreDate(form: HTMLFormElement, date: string): void {
  restoreField(form, "date", date);
  // One by one: browsers let nobody choose the radio button without a value through the list of them.
  const days = [...form.querySelectorAll<HTMLInputElement>("[name=day]")];
  const chosen = days.find(({ value }) => value === date) ?? days.find(({ value }) => value === "");
  if (chosen) chosen.checked = true;
}
