// What the feed stores: one row a commit with the list of what happened in it.

import { anything, type Shape } from "../kernel/shape.ts";
import { withErased } from "./sealed-rows.ts";
import type { Sealed } from "./family.ts";
import { UnreadableRow } from "./unreadable-rows.ts";

/** Names a point of the feed: the versionstamp of a commit; "" is the point before the first. */
export type Cursor = string;

/** What every entry tells: the server's instant, ISO in UTC. */
export interface FeedBody {
  at: string;
}

/** One thing that happened. */
export interface FeedEntry {
  kind: string;
  body: FeedBody;
}

/** One commit as stored under its versionstamp. */
export interface FeedRow {
  /** When it happened, ISO in UTC; its age counts from here. */
  at: string;
  entries: readonly FeedEntry[];
}

/** How far a reader has come. */
export type ReaderRow =
  | { cursor: Cursor }
  /** What it keeps is being made anew; another process may begin again from that instant on, ISO in UTC. */
  | { cursor: null; leasedUntil: string };

/** Hears of an entry whose body nobody can read. */
export type SpoiltListener = (error: UnreadableRow, cursor: Cursor) => void;

/** A kind of entry and the type of its body; `upgrade` reads bodies an earlier release wrote. */
export interface FeedKind<Body extends FeedBody> {
  readonly name: string;
  readonly upgrade: (body: FeedBody) => Body;
  /** What a body of today looks like. */
  readonly shape: Shape;
  /** What of a body is sealed. */
  readonly sealed?: Sealed<Body>;
}

/** What of the bodies of a kind is sealed, whatever they are. */
export type SealedKind = Pick<FeedKind<FeedBody>, "name" | "sealed">;

/** Entries are rows of the feed. */
const FEED = { name: "feed", privacy: "C3" } as const;

/** Declares a kind of entry. Names are never used again for something else: rows outlive releases. */
export function feedKind<Body extends FeedBody>(
  name: string,
  upgrade: (body: FeedBody) => Body = (body) => body as Body,
  shape: Shape = anything,
  sealed?: Sealed<Body>,
): FeedKind<Body> {
  return sealed === undefined ? { name, upgrade, shape } : { name, upgrade, shape, sealed };
}

/** The bodies of one kind among the entries of a commit, in their order; those nobody can read are left out. */
export function bodiesOf<Body extends FeedBody>(
  kind: FeedKind<Body>,
  { entries, cursor = "", spoilt }: Pick<FeedRow, "entries"> & {
    cursor?: Cursor;
    spoilt?: SpoiltListener;
  },
): Body[] {
  const bodies: Body[] = [];
  for (const { kind: name, body } of entries) {
    if (name !== kind.name) continue;
    try {
      bodies.push(readBody(kind, body));
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
      spoilt?.(error, cursor);
    }
  }
  return bodies;
}

function readBody<Body extends FeedBody>(kind: FeedKind<Body>, body: FeedBody) {
  const { upgrade, shape, sealed } = kind;
  const whole = withErased(sealed === undefined ? FEED : { ...FEED, sealed }, body);
  const today = upgradedBody(upgrade, whole);
  if (!shape(today)) throw new UnreadableRow(FEED, "has another shape");
  return today;
}

function upgradedBody<Body>(upgrade: (body: FeedBody) => Body, body: FeedBody): Body {
  try {
    return upgrade(body);
  } catch (cause) {
    throw new UnreadableRow(FEED, "cannot be brought up to date", cause);
  }
}
