// Somebody at a phone: looks, taps and types as slowly as people do, and notes how long the page let them wait.
import type { Locator } from "npm:playwright-core@1.65.1";

/**
 * Times of the keystroke-level model (Card, Moran and Newell 1980), ms. A key is an average typist's, 280, which is
 * slower than the five characters a second of a practised thumb; pointing is 1100; before something that has to be
 * thought about come 1350.
 */
const KEY_MS = 280;
const POINT_MS = 1_100;
const THINK_MS = 1_350;

/** What one person did, with the time it took. */
export interface Person {
  /** Finds a control with the eyes and taps it. */
  tap(control: Locator): Promise<void>;
  /** Taps a field and writes in it, key by key. */
  write(field: Locator, words: string): Promise<void>;
  /** Waits until something is there, and makes sense of it. */
  read(sight: Locator): Promise<void>;
  /** Milliseconds so far in which the page, and not the person, was waited for. */
  waitedMs(): number;
}

/** A person who has not yet waited for anything. */
export function aPerson(): Person {
  let waited = 0;
  /** The page's part of an action: from being ready to act until the page has let it happen. */
  async function pagesPart(act: () => Promise<void>): Promise<void> {
    const before = performance.now();
    await act();
    waited += performance.now() - before;
  }
  async function tap(control: Locator): Promise<void> {
    await pagesPart(() => control.waitFor());
    await pause(POINT_MS);
    await pagesPart(() => control.tap());
  }
  return {
    tap,
    async write(field, words) {
      await tap(field);
      for (const key of words) {
        await pause(KEY_MS);
        await pagesPart(() => field.pressSequentially(key));
      }
    },
    async read(sight) {
      await pagesPart(() => sight.waitFor());
      await pause(THINK_MS);
    },
    waitedMs: () => waited,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
