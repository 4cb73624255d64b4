// Which islands and which kinds of controls a trail may name; tests hold the islands to their folder.

/** Islands by the names of their files. */
const ISLANDS: ReadonlySet<unknown> = new Set(
  ("CacheLive CarsLive ContactDraft DayBoard DownBanner FollowRide ForgetKept FormErrors LiveTicket MapPicker MyPosition OfflineReady PasskeyButton PayCard PhoneOrder PlaceField " +
    "QuoteKeeper RouteMap ShareTicket SubmitButton SwapEnds TimeField TimelyText TripPreview")
    .split(" "),
);

/** Elements a person uses, types of fields (HTML, 4.10.5), and roles of what we make ourselves (WAI-ARIA 1.2). */
const CONTROLS: ReadonlySet<unknown> = new Set(
  ("a button input select textarea summary form submit reset checkbox radio text search tel email number date time " +
    "combobox gridcell link menuitem menuitemcheckbox menuitemradio option searchbox slider spinbutton switch tab " +
    "textbox").split(" "),
);

/** The island's name, or "" for what is none of ours. */
export function knownIsland(name: unknown): string {
  return ISLANDS.has(name) ? String(name) : "";
}

/** The kind of a control, or "". */
export function knownControl(name: unknown): string {
  return CONTROLS.has(name) ? String(name) : "";
}
