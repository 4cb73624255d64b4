// Whether the file that commits go to is still the file a restart would find. SQLite keeps writing to a file that was
// deleted or replaced, and to one that was cut short: what is committed then is lost without an error.

/** What a database file in use is recognised by. */
interface Identity {
  device: number;
  inode: number | null;
}

/** The first bytes of every SQLite file. */
const MAGIC = "SQLite format 3\0";

/** Watches a database file and its write-ahead log from the moment it is opened. */
export class FileWatch {
  readonly #path: string;
  readonly #log: string;
  readonly #file: Identity;
  #logFile: Identity | null;
  #largest: number;
  /** A file that was cut short once is never trusted again, however much it has grown since. */
  #damage: string | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#log = `${path}-wal`;
    const info = Deno.statSync(path);
    this.#file = identity(info);
    this.#largest = info.size;
    this.#logFile = logIdentity(this.#log);
  }

  /** Why commits would not outlive this process, in one sentence; null when they would. Costs two `stat` calls. */
  trouble(): string | null {
    if (this.#damage !== null) return this.#damage;
    const info = statOrNull(this.#path);
    if (info === null) return `The database file ${this.#path} was deleted or moved away`;
    if (!isSame(this.#file, identity(info))) {
      return `The database file ${this.#path} was replaced by another`;
    }
    if (info.size < this.#largest) {
      this.#damage = `The database file ${this.#path} was cut short`;
      return this.#damage;
    }
    this.#largest = info.size;
    return this.#logTrouble();
  }

  /** As `trouble`, and reads the file's first bytes. */
  troubleInside(): string | null {
    const trouble = this.trouble();
    if (trouble !== null) return trouble;
    if (!startsAsSqlite(this.#path)) {
      this.#damage = `The database file ${this.#path} was overwritten`;
    }
    return this.#damage;
  }

  /** Commits stand in the log first: a log that is gone takes the newest bookings with it. */
  #logTrouble(): string | null {
    const now = logIdentity(this.#log);
    // SQLite makes it at the first write.
    this.#logFile ??= now;
    if (this.#logFile === null || now !== null && isSame(this.#logFile, now)) return null;
    return `The log ${this.#log} of the database was deleted or replaced`;
  }
}

function identity(info: Deno.FileInfo): Identity {
  return { device: info.dev, inode: info.ino };
}

function isSame(one: Identity, other: Identity): boolean {
  return one.device === other.device && one.inode === other.inode;
}

function logIdentity(path: string): Identity | null {
  const info = statOrNull(path);
  return info === null ? null : identity(info);
}

function statOrNull(path: string): Deno.FileInfo | null {
  try {
    return Deno.statSync(path);
  } catch {
    // Missing, or a folder above it that is: there is no file where a restart would look for it.
    return null;
  }
}

function startsAsSqlite(path: string): boolean {
  try {
    using file = Deno.openSync(path);
    const bytes = new Uint8Array(MAGIC.length);
    return file.readSync(bytes) === MAGIC.length && new TextDecoder().decode(bytes) === MAGIC;
  } catch {
    return false;
  }
}
