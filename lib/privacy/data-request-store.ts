// Reads data requests, and writes one with all its indexes in one atomic: the only place that does.
import type { Database } from "../kv/open.ts";
import { readEntry, readList, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import {
  DATA_REQUEST_STATES,
  DATA_REQUEST_TYPES,
  type DataRequest,
  type DataRequestEvent,
  type DataRequestType,
} from "./data-request.ts";
import { isOpen } from "./data-request-rules.ts";
import { privacyKeys } from "./keys.ts";

/** Most requests of one person that are listed. */
export const MAX_OWN_REQUESTS = 200;
/** Requests on one page of the queue. */
export const REQUEST_PAGE = 50;
/** Most open requests that are looked at: far more than one company has at a time. */
export const MAX_OPEN_REQUESTS = 2_000;
/** Most rows of the queue that are counted: ten times what anybody has had to answer at once. */
export const MAX_QUEUE = 20_000;
/** Most events of one request that are read. */
export const MAX_REQUEST_EVENTS = 500;

/** An open request as its index has it. */
export type OpenRequest = Pick<DataRequest, "id" | "dueOn" | "type" | "state" | "handler">;

/** A request as stored now. */
export interface StoredRequest {
  request: DataRequest;
  versionstamp: string;
}

/** Reads requests. */
export class DataRequestStore {
  readonly #db: Database;

  constructor({ db }: { db: Database }) {
    this.#db = db;
  }

  /** A request, or null. */
  async get(id: string): Promise<StoredRequest | null> {
    const { value, versionstamp } = await readEntry(this.#db.read, privacyKeys.dataRequest(id));
    return value === null ? null : { request: value, versionstamp };
  }

  /** The same for who is about to change it. */
  async getToChange(id: string): Promise<StoredRequest | null> {
    const { value, versionstamp } = await readEntry(this.#db.write, privacyKeys.dataRequest(id));
    return value === null ? null : { request: value, versionstamp };
  }

  /** What happened to a request, oldest first. */
  async events(id: string): Promise<DataRequestEvent[]> {
    const prefix = privacyKeys.dataRequestEvent.under(id);
    return (await readList(this.#db.read, { prefix }, MAX_REQUEST_EVENTS)).map(({ value }) =>
      value
    );
  }

  /** The requests under some marks, newest first. */
  async ofMarks(marks: readonly string[]): Promise<DataRequest[]> {
    const found = await Promise.all(marks.map(async (mark) => {
      const prefix = privacyKeys.dataRequestByMark.under(mark);
      return await readList(this.#db.read, { prefix }, MAX_OWN_REQUESTS, true);
    }));
    return await this.all([...new Set(found.flat().map(({ value }) => value))].sort().reverse());
  }

  /** The open request of a type under a mark, with the stamp that a new one is checked by. */
  async openOf(
    mark: string,
    type: DataRequestType,
  ): Promise<{ request: DataRequest | null; versionstamp: string | null }> {
    const key = privacyKeys.openDataRequest(mark, type);
    const { value: id, versionstamp } = await readEntry(this.#db.write, key);
    const found = id === null ? null : await this.getToChange(id);
    const isStillOpen = found !== null && isOpen(found.request);
    return { request: isStillOpen ? found.request : null, versionstamp };
  }

  /** The open requests, those that are due first before the others. */
  async open(limit = MAX_OPEN_REQUESTS): Promise<DataRequest[]> {
    const { prefix } = privacyKeys.dataRequestByDue;
    const rows = await readList(this.#db.read, { prefix }, limit);
    return await this.all(rows.map(({ key }) => String(key.at(-1))));
  }

  /** What the index says of every open request, those that are due first before the others: whose they are is not read. */
  async queue(): Promise<OpenRequest[]> {
    const { prefix } = privacyKeys.dataRequestByDue;
    const rows = (await readList(this.#db.read, { prefix }, MAX_QUEUE)).map(({ key, value }) => ({
      ...{ id: String(key.at(-1)), dueOn: String(key.at(-2)), said: queueFactsIn(value) },
    }));
    // Rows of earlier releases say only that there is one.
    const silent = rows.filter(({ said }) => said === null).map(({ id }) => id);
    const read = new Map((await this.all(silent)).map((one) => [one.id, one]));
    return rows.flatMap(({ id, dueOn, said }) => {
      const known = said ?? read.get(id);
      if (known === undefined) return [];
      const { type, state, handler } = known;
      return [{ id, dueOn, type, state, ...(handler === undefined ? {} : { handler }) }];
    });
  }

  /** Requests by their ids, in that order, those that are there. */
  async all(ids: readonly string[]): Promise<DataRequest[]> {
    const keys = ids.map((id) => privacyKeys.dataRequest(id));
    return (await readThoseReadable(this.#db.read, keys))
      .flatMap(({ value }) => value === null ? [] : [value]);
  }

  /** One page of all requests, newest first; continues with those received before `before`. */
  async page(before: string | null, limit = REQUEST_PAGE): Promise<DataRequest[]> {
    const { prefix } = privacyKeys.dataRequest;
    const selector = before === null
      ? { prefix }
      : { prefix, end: privacyKeys.dataRequest(before) };
    const rows = await readList(this.#db.read, selector, limit, true);
    return rows.map(({ value }) => value);
  }

  /** Lets a commit of a new request fail when another of its type was taken down meanwhile. */
  checkOpen(
    tx: Transaction,
    { mark, type }: Pick<DataRequest, "mark" | "type">,
    versionstamp: string | null,
  ): void {
    tx.check(privacyKeys.openDataRequest(mark, type), versionstamp);
  }

  /** Adds a request and what happened to a commit, with every index. `before` carries the stamp it is checked by. */
  write(
    tx: Transaction,
    { before, after, event }: {
      before: StoredRequest | null;
      after: DataRequest;
      event: DataRequestEvent;
    },
  ): void {
    const { id, mark, type, state, version, dueOn, handler = "" } = after;
    tx.check(privacyKeys.dataRequest(id), before?.versionstamp ?? null);
    tx.set(privacyKeys.dataRequest(id), after);
    tx.set(privacyKeys.dataRequestEvent(id, version), event);
    if (before === null) tx.set(privacyKeys.dataRequestByMark(mark, id), id);
    const former = before?.request.dueOn ?? dueOn;
    if (former !== dueOn || !isOpen(after)) tx.delete(privacyKeys.dataRequestByDue(former, id));
    if (isOpen(after)) {
      tx.set(privacyKeys.dataRequestByDue(dueOn, id), `${type} ${state} ${handler}`);
      tx.set(privacyKeys.openDataRequest(mark, type), id);
    } else if (before !== null && isOpen(before.request)) {
      tx.delete(privacyKeys.openDataRequest(mark, type));
    }
  }
}

function queueFactsIn(value: string): Pick<OpenRequest, "type" | "state" | "handler"> | null {
  const [first, second, handler = ""] = value.split(" ");
  const type = DATA_REQUEST_TYPES.find((one) => one === first);
  const state = DATA_REQUEST_STATES.find((one) => one === second);
  if (type === undefined || state === undefined) return null;
  return { type, state, ...(handler === "" ? {} : { handler }) };
}
