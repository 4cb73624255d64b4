// Brings a draft of the trip form back, and keeps it beyond its tab: loaded only where there is one.
import { readClockTime } from "../../../kernel/clock-time.ts";
import { isUntouched, restoreField } from "../../parts/form-draft.ts";
import { DRAFT_KEPT_HOURS, keep, kept } from "../kept/kept-store.ts";
import { chosenDate } from "./chosen-date.ts";

/** What this module is to whoever loads it late. */
export interface TripDraft {
  keepBeyondTab(draft: string): Promise<void>;
  draftOfOtherTab(): Promise<string | null>;
  restoreDraft(form: HTMLFormElement, draft: string): void;
}

/** Keeps a draft for a day. */
export async function keepBeyondTab(draft: string): Promise<void> {
  const untilMs = Date.now() + DRAFT_KEPT_HOURS * 60 * 60_000;
  await keep({ name: "draft", untilMs, value: draft });
}

/** The draft another tab has kept; null when there is none. */
export async function draftOfOtherTab(): Promise<string | null> {
  const draft = await kept("draft", Date.now());
  return typeof draft === "string" ? draft : null;
}

/**
 * Puts a kept draft back, each field unless somebody was faster. A pickup that has passed meanwhile keeps the
 * form's own suggestion.
 */
export function restoreDraft(form: HTMLFormElement, kept: string): void {
  try {
    const draft = JSON.parse(kept) as Record<string, string>;
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
