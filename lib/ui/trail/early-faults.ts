// Catches what fails before the script of the session trail is here, and asks for that once the page is read: on pages
// with another script alone, where something can fail. Stands in the head of every page, so it is short.

/** Keeps the events until the script at `address` takes over `early`, and hands it each from then on. */
export function earlyFaults(address: string): string {
  return 'for(let n of["error","unhandledrejection","island-failed"])addEventListener(n,e=>(self.early||=[]).push(e),!0);' +
    `addEventListener("DOMContentLoaded",()=>document.scripts[1]&&import("${address}"))`;
}
