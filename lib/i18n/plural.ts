// Words that follow a number.

/** The forms a language counts in, by the names Intl gives them; `{count}` is where the number goes. */
export interface Plural extends Partial<Record<Intl.LDMLPluralRule, string>> {
  other: string;
}

/** Forms of a text that follow its number: a language writes those it has. */
export function plural(forms: Plural): Plural {
  return forms;
}
