// The menu of saved views: choose one, save the present one, copy its link. Needs script, so it appears with it.
import { useEffect, useState } from "preact/hooks";
import { paths } from "../../../kernel/paths.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { viewWords } from "./board-view.ts";
import { type ListAt, listHref } from "./list-address.ts";
import {
  MAX_VIEW_NAME,
  readSavedViews,
  type SavedView,
  savedViewsKey,
  withoutSavedView,
  withSavedView,
} from "./saved-views.ts";

/** What the menu is drawn from. */
export interface SavedViewsProps {
  look: Look;
  at: ListAt;
  operatorName: string;
}

/** The menu. */
export function SavedViews({ look, at, operatorName }: SavedViewsProps) {
  const words = look.texts.view.saved;
  const [views, setViews] = useState<readonly SavedView[] | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const key = savedViewsKey(operatorName);
  useEffect(() => setViews(readSavedViews(recall(key))), [key]);
  const here = listHref(at);
  useEffect(() => setIsCopied(false), [here]);
  if (views === null) return null;
  const keep = (next: readonly SavedView[]) => {
    setViews(next);
    remember(key, JSON.stringify(next));
  };
  const onSave = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const name = String(new FormData(form).get("name") ?? "");
    keep(withSavedView(views, { name, words: wordsOf(at) }));
    form.reset();
  };
  const onCopy = () =>
    void navigator.clipboard?.writeText(new URL(here, location.href).href)
      .then(() => setIsCopied(true), () => {});
  return (
    <details class="menu">
      <summary class="chip chip-save">{words.save}</summary>
      <div class="menu-box">
        {views.length > 0 && (
          <ul class="saved" aria-label={words.title}>
            {views.map(({ name, words: said }) => (
              <li key={name}>
                <a href={`${paths.admin({ date: at.date })}&${said}`} data-view>
                  <Said>{name}</Said>
                </a>
                <button
                  type="button"
                  aria-label={words.remove(name)}
                  onClick={() => keep(withoutSavedView(views, name))}
                >
                  <Icon name="x" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <form class="saved-new" onSubmit={onSave}>
          <label for="view-name">{words.name}</label>
          <input id="view-name" name="name" required maxLength={MAX_VIEW_NAME} autocomplete="off" />
          <button type="submit" class="button">{words.saveButton}</button>
        </form>
        <button type="button" class="button" onClick={onCopy}>
          <Icon name="copy" /> {words.copy}
        </button>
        <p role="status" class="menu-note">{isCopied ? words.copied : words.here}</p>
      </div>
    </details>
  );
}

function wordsOf({ view }: ListAt): string {
  const said = Object.entries(viewWords(view)).filter(([, word]) => word !== "");
  return new URLSearchParams(said).toString().replaceAll("%2C", ",");
}

/** Storage may be forbidden or full: then views last as long as the page. */
function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch { /* see above */ }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
