// What callers were told, and what they were about to be told when the server died: the other side of every check.

/** What is asked of the server, by its word in the figures. */
export const ASKED = [
  "book",
  "order",
  "move",
  "cancel",
  "assign",
  "undo",
  "note",
  "outage",
  "rename",
] as const;

/** One of them. */
export type Asked = typeof ASKED[number];

/** What is asked for under a key: asked again, it has the same answer. */
const KEYED: ReadonlySet<Asked> = new Set<Asked>(["book", "order", "assign", "note", "outage"]);

/** What can be wrong with what was told. */
type Fault = "lost" | "torn" | "doubled" | "forgotten";

/** What became of all requests of one kind. */
export interface Tally {
  acknowledged: number;
  /** Answered with a refusal: a car was taken, an act came too late. */
  refused: number;
  /** Without an answer, as the server died; of them, those that had happened all the same. */
  unanswered: number;
  happened: number;
  lost: number;
  torn: number;
  doubled: number;
  /** Had happened, and was refused when it was asked for again under the same key. */
  forgotten: number;
}

/** A change that was asked for and not answered. */
export interface Doubt {
  asked: Asked;
  /** What the database says of it once it has happened: unlike every other word of its entry. */
  word: string;
  /** True once a look into the database has found it there. */
  hasHappened: boolean;
}

/** One thing that one caller changes, and nobody else. */
export interface Entry {
  /** A booking by the quote it is bought with, a vehicle by its id. */
  subject: { kind: "booking"; quoteId: string } | { kind: "vehicle"; id: string };
  /** In a booking's note, so that it can be told from every other one; "" for a vehicle. */
  mark: string;
  /** What was acknowledged, in order. */
  told: { asked: Asked; word: string }[];
  doubt: Doubt | null;
  /** The booking, once it is known. */
  id: string;
  reference: string;
}

/** All entries, and those somebody touched since the last look. */
export class Journal {
  readonly entries: Entry[] = [];
  readonly touched = new Set<Entry>();
  readonly tallies: Readonly<Record<Asked, Tally>>;
  /** What was wrong, in words. */
  readonly wrong: string[] = [];

  constructor() {
    const none = () => ({
      ...{ acknowledged: 0, refused: 0, unanswered: 0, happened: 0 },
      ...{ lost: 0, torn: 0, doubled: 0, forgotten: 0 },
    });
    this.tallies = {
      ...{ book: none(), order: none(), move: none(), cancel: none(), assign: none() },
      ...{ undo: none(), note: none(), outage: none(), rename: none() },
    };
  }

  /** A new entry. */
  entry(subject: Entry["subject"], mark = ""): Entry {
    const entry: Entry = { subject, mark, told: [], doubt: null, id: "", reference: "" };
    this.entries.push(entry);
    return entry;
  }

  /** Somebody asks for something: until it is answered nobody knows. */
  ask(entry: Entry, asked: Asked, word: string): Doubt {
    const doubt = { asked, word, hasHappened: false };
    entry.doubt = doubt;
    this.touched.add(entry);
    return doubt;
  }

  /** It was answered. Whoever is told that it is too late has been heard before. */
  settle(entry: Entry, doubt: Doubt, isDone: boolean): void {
    entry.doubt = null;
    const tally = this.tallies[doubt.asked];
    if (doubt.hasHappened && !isDone && KEYED.has(doubt.asked)) {
      this.blame(entry, doubt.asked, "forgotten", "a refusal");
    }
    if (!isDone && !doubt.hasHappened) {
      tally.refused++;
      return;
    }
    tally.acknowledged++;
    // The look after the crash has written it down already.
    if (!doubt.hasHappened) entry.told.push({ asked: doubt.asked, word: doubt.word });
  }

  /** Writes down what the database, `found`, says wrongly of an entry. */
  blame(entry: Entry, asked: Asked, fault: Fault, found: string): void {
    this.tallies[asked][fault]++;
    const told = entry.told.map(({ word }) => word).join(", ");
    const who = entry.subject.kind === "booking" ? entry.subject.quoteId : entry.subject.id;
    this.wrong.push(`${fault}: ${asked} of ${who}; told ${told}; found ${found}`);
  }
}
