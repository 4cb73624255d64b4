// Views an operator saved by name in this browser. What is read back is checked like any other input. Pure.

/** A view and its name. */
export interface SavedView {
  name: string;
  /** What the address says, `show=late&sort=-price`, without a day. */
  words: string;
}

/** Views kept at most: a menu of more is a list to search in. */
export const MAX_SAVED_VIEWS = 12;
/** Longest name, in characters. */
export const MAX_VIEW_NAME = 30;
/** Longest address read back, in characters. */
const MAX_WORDS = 400;

/** The saved views in what was stored; whatever is none is left out. */
export function readSavedViews(stored: string | null): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(kept) ? kept.filter(isSavedView).slice(0, MAX_SAVED_VIEWS) : [];
  } catch {
    return [];
  }
}

/** The views with one more; a name that is there already now means this one, the oldest makes room. */
export function withSavedView(
  views: readonly SavedView[],
  view: SavedView,
): readonly SavedView[] {
  const name = view.name.trim().slice(0, MAX_VIEW_NAME);
  if (name === "") return views;
  return [...withoutSavedView(views, name), { ...view, name }].slice(-MAX_SAVED_VIEWS);
}

/** The views without the one of a name. */
export function withoutSavedView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** Where the views of an operator are stored. */
export function savedViewsKey(operatorName: string): string {
  return `avanti-board-views:${operatorName}`;
}

function isSavedView(value: unknown): value is SavedView {
  return typeof value === "object" && value !== null && "name" in value && "words" in value &&
    typeof value.name === "string" && value.name !== "" && value.name.length <= MAX_VIEW_NAME &&
    typeof value.words === "string" && value.words.length <= MAX_WORDS;
}
