// Marks a process has made lately: a day that is looked at all the time names the same people each time.

/** Marks that are remembered. */
const MAX_KNOWN = 10_000;

/** Makes marks, and remembers them. */
export class KnownMarks {
  readonly #markOf: (subject: { kind: string; at: string }) => Promise<string>;
  readonly #known = new Map<string, Promise<string>>();

  constructor(markOf: (subject: { kind: string; at: string }) => Promise<string>) {
    this.#markOf = markOf;
  }

  /** The mark of a subject. */
  of(subject: { kind: string; at: string }): Promise<string> {
    const name = `${subject.kind}/${subject.at}`;
    const mark = this.#known.get(name) ?? this.#markOf(subject);
    this.#known.delete(name);
    this.#known.set(name, mark);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MAX_KNOWN) break;
      this.#known.delete(oldest);
    }
    return mark;
  }
}
