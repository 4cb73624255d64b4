// Landmarks as they are in force: what ships, with operators' rows over it. Puts them into the index in use.
import { createHash } from "node:crypto";
import type { Cache } from "../cache/cache.ts";
import { CacheCategory } from "../cache/category.ts";
import { readEdition, stagedRow, type StagedRows } from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { ownWork, productRecovery } from "../resilience/operations.ts";
import { placeKeys } from "./keys.ts";
import { type Landmark, shippedLandmarks } from "./landmark.ts";
import type { LandmarkChanged, LandmarkEdit } from "./landmark-edit.ts";
import { landmarkChanged } from "./landmark-feed.ts";
import { landmarksInForce } from "./landmark-rules.ts";
import { type PlaceIndex, replaceLandmarks } from "./place-index.ts";

/** Most landmarks operators may have touched; all of them are read together. */
export const MAX_EDITS = 2_000;
/** Most of a landmark's story that is read, newest first. */
export const MAX_STORY = 20;
/** How long whoever types waits for landmarks that are newer than those of the index, in milliseconds. */
const ASKED_MS = 2_000;

/** A landmark with what a change of it must check. */
export interface StoredEdit {
  edit: LandmarkEdit | null;
  versionstamp: string | null;
}

/** Which landmarks are the newest, as this instance may believe it. */
const NEWEST = { category: CacheCategory.TARIFF, id: "landmarks", tags: ["landmarks"] } as const;

/** Reads and writes operators' landmarks. */
export class LandmarkStore {
  readonly #db: Database;
  readonly #index: PlaceIndex;
  readonly #cache: Pick<Cache, "get" | "invalidate">;
  readonly #shipped = shippedLandmarks();
  readonly #recovery = productRecovery();
  #applied = "";

  constructor(db: Database, index: PlaceIndex, cache: Pick<Cache, "get" | "invalidate">) {
    this.#db = db;
    this.#index = index;
    this.#cache = cache;
  }

  /** Names the rows that the index in use was made from; it is another once `refresh` found something new. */
  get applied(): string {
    return this.#applied;
  }

  /**
   * Sees to it that the index has every landmark whose change was announced, by any instance, and names what it has. Asks
   * the database only after a change; where that does not answer, what the index has is what there is.
   */
  async upToDate(): Promise<string> {
    const done = await this.#recovery.run(ownWork<string>("find-landmarks", {
      deadlineMs: ASKED_MS,
      run: () => this.#agreed(),
      instead: () => Promise.resolve(this.#applied),
    }));
    if ("error" in done) throw done.error;
    return done.value;
  }

  /** Tells every instance that landmarks were changed, once that is committed. */
  async announce(): Promise<void> {
    await this.refresh();
    await this.#tell();
  }

  /** All landmarks, retired ones too, as edits; those that ship untouched have version 0. */
  async all(): Promise<LandmarkEdit[]> {
    const edits = (await this.#edits()).map(({ value }) => value);
    const edited = new Set(edits.map(({ landmark }) => landmark.id));
    const untouched = this.#shipped.filter(({ id }) => !edited.has(id)).map(asShipped);
    return [...untouched, ...edits];
  }

  /** One landmark, fresh enough to be changed. */
  async forChange(id: string): Promise<StoredEdit> {
    const { value, versionstamp } = await readEntry(this.#db.write, placeKeys.landmark(id));
    const shipped = this.#shipped.find((landmark) => landmark.id === id);
    return { edit: value ?? (shipped === undefined ? null : asShipped(shipped)), versionstamp };
  }

  /** What was done to a landmark, newest first. */
  async story(id: string): Promise<LandmarkChanged[]> {
    const prefix = placeKeys.landmarkEvent.under(id);
    const rows = await readList(this.#db.read, { prefix }, MAX_STORY, true);
    return rows.map(({ value }) => value);
  }

  /** Adds a landmark, its story and the entry of the feed to a commit, under a check of what was read. */
  write(tx: Transaction, before: StoredEdit, edit: LandmarkEdit, change: LandmarkChanged): void {
    const { id } = edit.landmark;
    tx.check(placeKeys.landmark(id), before.versionstamp)
      .set(placeKeys.landmark(id), edit)
      .set(placeKeys.landmarkEvent(id, edit.version), change)
      .append(landmarkChanged, change);
  }

  /** Puts what is in force now into the index; true when that was something new. */
  async refresh(): Promise<boolean> {
    const rows = await this.#edits();
    const stamps = rows.map(({ key, versionstamp }) => `${String(key[1])} ${versionstamp}`).join();
    const read = createHash("sha256").update(stamps).digest("base64url");
    if (read === this.#applied) return false;
    const edits = rows.map(({ value }) => value);
    replaceLandmarks(this.#index, landmarksInForce(this.#shipped, edits));
    this.#applied = read;
    return true;
  }

  async #agreed(): Promise<string> {
    const newest = await this.#cache.get(NEWEST, async () => {
      await this.refresh();
      return this.#applied;
    });
    if (newest === this.#applied) return newest;
    await this.refresh();
    // What is kept is older than what stands there: who changed it was killed before its word.
    if (newest !== this.#applied) await this.#tell();
    return this.#applied;
  }

  async #tell(): Promise<void> {
    await this.#cache.invalidate({ kind: "tag", tag: NEWEST.tags[0] });
  }

  async #edits(): Promise<Deno.KvEntry<LandmarkEdit>[]> {
    const { value } = await readEdition(
      this.#db,
      () => readList(this.#db.read, { prefix: placeKeys.landmark.prefix }, MAX_EDITS),
    );
    return value;
  }
}

/** A landmark and its story as rows of an edition. */
export function landmarkRows(edit: LandmarkEdit, change: LandmarkChanged): StagedRows {
  const { id } = edit.landmark;
  return [
    stagedRow(placeKeys.landmark(id), edit),
    stagedRow(placeKeys.landmarkEvent(id, edit.version), change),
  ];
}

function asShipped(landmark: Landmark): LandmarkEdit {
  return { landmark, isRetired: false, version: 0 };
}
