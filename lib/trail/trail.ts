// The last minute of a page before something in it failed: kinds, names and numbers of our own, and nothing anybody wrote.

/** How long before a failure a trail begins, in milliseconds. */
export const TRAIL_MS = 60_000;
/** Most steps of a trail: with the longest names they fit in MAX_REPORT_BYTES. */
export const MAX_STEPS = 40;
/** Largest report a page may send, in bytes. */
export const MAX_REPORT_BYTES = 8 * 1024;
/** Most positions of a stack that are sent. */
export const MAX_POSITIONS = 8;

/** How a page was come to, in the browser's words. */
export const ARRIVALS = ["navigate", "reload", "back_forward", "prerender"] as const;
/** How a page was come to; "" when the browser does not say. */
export type Arrival = typeof ARRIVALS[number] | "";

/** What a person did to a control. */
export const DEEDS = ["click", "input", "change", "submit"] as const;
/** One of them. */
export type Deed = typeof DEEDS[number];

/** What failed: an island, other code of the page, or a script that never came. */
export type FaultKind = "island" | "page" | "script";

/** Something that happened on the page, `agoMs` milliseconds before the failure. */
export type Step =
  & { agoMs: number }
  & (
    /** The page was shown; `from` is the family of addresses before it, "" for elsewhere. */
    | {
      kind: "page";
      route: string;
      how: Arrival;
      from: string;
      requestId: string;
      code: string;
    }
    /** The page came into view, or left it. */
    | { kind: "seen"; isSeen: boolean }
    /** The network came, or went. */
    | { kind: "network"; isOnline: boolean }
    /** An island began to answer. */
    | { kind: "island"; island: string }
    /** The page asked the server; status 0 when no answer came. */
    | {
      kind: "ask";
      route: string;
      status: number;
      tookMs: number;
      requestId: string;
      code: string;
    }
    /** A control was used: what it is, its name in our forms, which of its like on the page from 0, in which island. */
    | { kind: "use"; deed: Deed; control: string; name: string; nth: number; island: string }
  );

/** How the page did for the person, null for what was not measured. */
export interface Vitals {
  /** Largest contentful paint, slowest interaction, first byte. */
  lcpMs: number | null;
  inpMs: number | null;
  ttfbMs: number | null;
  /** Layout shift, in thousandths. */
  clsThousandths: number | null;
}

/** What is kept of the minute before a failure. */
export interface Trail {
  /** Route pattern of the page, "" when it is not known. */
  route: string;
  kind: FaultKind;
  /** The island that failed, or "". */
  island: string;
  /** Where in our sources, `islands/TimeField.tsx:78:5`, or "". */
  position: string;
  vitals: Vitals;
  /** The oldest first. */
  steps: readonly Step[];
}
