// The sentences of a move, as the page's script gets them: names in braces are filled in by it.

/** Sentences by what they are for. */
export interface MoveWords {
  /** `{trip}` */
  intro: string;
  /** `{car}` */
  drop: string;
  same: string;
  loading: string;
  unknown: string;
  needsReason: string;
  reasonTitle: string;
  reason: string;
  anyway: string;
  keep: string;
  cancelled: string;
  timeStays: string;
  fixed: string;
  /** `{why}` */
  refused: string;
}

/** A sentence with its names filled in. */
export function filled(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (brace, name: string) => names[name] ?? brace);
}
