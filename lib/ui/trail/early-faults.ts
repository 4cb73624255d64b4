// Catches what fails before the script of the session trail is here. Stands in the head of every page, so it is short.

/** Keeps the events until that script takes over `early`, and hands it each from then on. */
export const EARLY_FAULTS =
  'for(let n of["error","unhandledrejection","island-failed"])addEventListener(n,e=>(self.early||=[]).push(e),!0)';
