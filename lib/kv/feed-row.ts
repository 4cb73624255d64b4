// What the feed stores: one row a commit with the list of what happened in it.

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

/** A kind of entry and the type of its body; `upgrade` reads bodies an earlier release wrote. */
export interface FeedKind<Body extends FeedBody> {
  readonly name: string;
  readonly upgrade: (body: FeedBody) => Body;
}

/** Declares a kind of entry. Names are never used again for something else: rows outlive releases. */
export function feedKind<Body extends FeedBody>(
  name: string,
  upgrade: (body: FeedBody) => Body = (body) => body as Body,
): FeedKind<Body> {
  return { name, upgrade };
}

/** The bodies of one kind among the entries of a commit, in their order. */
export function bodiesOf<Body extends FeedBody>(
  kind: FeedKind<Body>,
  { entries }: Pick<FeedRow, "entries">,
): Body[] {
  return entries.filter((entry) => entry.kind === kind.name).map(({ body }) => kind.upgrade(body));
}
