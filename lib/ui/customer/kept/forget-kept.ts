// Takes away everything this browser keeps of trips, at a press on the page that says what that is.
import { forgetPlaces } from "../trip/recent-places.ts";
import { KEPT_DATABASE } from "./kept-database.ts";

/** Names of what a tab keeps; see trip-preview.ts and contact-draft.ts. */
const DRAFTS = /^(?:trip-draft$|contact-draft:)/;

/** Takes it away; true when all of it is gone. The language that was chosen stays: it says nothing of trips. */
export async function forgetKept(): Promise<boolean> {
  forgetPlaces();
  try {
    const names = Object.keys(sessionStorage).filter((name) => DRAFTS.test(name));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // What is forbidden holds nothing.
  }
  return await new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(KEPT_DATABASE);
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
      // Another tab is reading; it lets go in a moment, and the browser goes on.
      request.onblocked = () => {};
    } catch {
      resolve(true);
    }
  });
}
