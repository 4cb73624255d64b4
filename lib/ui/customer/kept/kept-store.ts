// What this browser keeps of a trip beyond its tab: the ticket looked at last, by the service worker, and the draft of the
// trip form. Each has an end, and nothing of it is sent anywhere. static/offline-worker.js reads and writes the same rows.
import { KEPT_DATABASE } from "./kept-database.ts";

/** The names of what is kept. */
export type KeptName = "ticket" | "draft";

/** A row: what is kept, and until when, in milliseconds. */
export interface KeptRow {
  name: KeptName;
  untilMs: number;
  value: unknown;
}

/** How long a draft outlives its tab: somebody who looks for a trip comes back the same day. */
export const DRAFT_KEPT_HOURS = 24;

/** Its one store; the worker has the same word. */
const ROWS = "rows";

/** Keeps a value until `untilMs`; where the browser forbids it, nothing is kept. */
export async function keep(row: KeptRow): Promise<void> {
  await withRows("readwrite", (rows) => rows.put(row));
}

/** What was kept under a name, as long as it is to be kept; null otherwise. */
export async function kept(name: KeptName, nowMs: number): Promise<unknown> {
  const row = await withRows("readonly", (rows) => rows.get(name));
  if (row === undefined || row === null) return null;
  if (row.untilMs > nowMs) return row.value;
  await forget(name);
  return null;
}

/** Takes one away. */
export async function forget(name: KeptName): Promise<void> {
  await withRows("readwrite", (rows) => rows.delete(name));
}

async function withRows(
  mode: IDBTransactionMode,
  ask: (rows: IDBObjectStore) => IDBRequest,
): Promise<KeptRow | null | undefined> {
  try {
    const database = await opened();
    try {
      return await answerOf(ask(database.transaction(ROWS, mode).objectStore(ROWS)));
    } finally {
      database.close();
    }
  } catch {
    // Forbidden, full, or of another release: everything works without it as long as there is a network.
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(KEPT_DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ROWS, { keyPath: "name" });
  return answerOf(request);
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
