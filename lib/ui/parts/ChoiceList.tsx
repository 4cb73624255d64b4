// A question with a few answers to choose from, as radio buttons.
import type { ComponentChildren } from "preact";

/** One answer. */
export interface Choice {
  value: string;
  title: ComponentChildren;
  text?: string;
}

/** Properties of ChoiceList. */
export interface ChoiceListProps {
  name: string;
  question: string;
  hint?: string;
  choices: readonly Choice[];
  /** Value of the answer chosen from the start; none when left out. */
  chosen?: string;
}

/** The question as a fieldset. */
export function ChoiceList({ name, question, hint, choices, chosen }: ChoiceListProps) {
  return (
    <fieldset class="choice-list" id={`${name}-question`}>
      <legend>{question}</legend>
      {hint === undefined ? null : <p class="field-hint">{hint}</p>}
      {choices.map(({ value, title, text }, index) => (
        <label class="choice" for={`${name}-choice-${index}`}>
          <input
            type="radio"
            id={`${name}-choice-${index}`}
            name={name}
            value={value}
            checked={value === chosen}
          />
          <span>
            <span class="choice-title">{title}</span>
            {text === undefined ? null : <span class="choice-text">{text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
