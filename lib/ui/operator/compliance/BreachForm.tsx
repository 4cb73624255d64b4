// The facts of a breach as a form; what is not known yet can wait.
import { type BreachFieldName, type BreachValues, kindField } from "../../../board/breach-form.ts";
import {
  BREACH_CAUSES,
  BREACH_KINDS,
  BREACH_SEVERITIES,
  MAX_BREACH_TITLE,
} from "../../../compliance/breach.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { TextField } from "../../parts/Field.tsx";

/** Properties of BreachFields. */
export interface BreachFieldsProps {
  locale: Locale;
  values: BreachValues;
}

/** The fields. */
export function BreachFields({ locale, values }: BreachFieldsProps) {
  const words = textsFor(locale).breaches;
  const fields = { values, locale };
  return (
    <>
      <TextField
        name="title"
        label={words.fields.title}
        value={values.title}
        maxLength={MAX_BREACH_TITLE}
      />
      <TextField
        name="awareDate"
        type="date"
        label={words.fields.awareDate}
        value={values.awareDate}
      />
      <TextField
        name="awareTime"
        type="time"
        label={words.fields.awareTime}
        value={values.awareTime}
      />
      <Later {...fields} name="beganDate" type="date" />
      <Later {...fields} name="beganTime" type="time" />
      <Later {...fields} name="endedDate" type="date" />
      <Later {...fields} name="endedTime" type="time" />
      <Later {...fields} name="discovery" rows={2} />
      <Later {...fields} name="course" rows={4} />
      <Kinds {...fields} />
      <OneOf {...fields} name="cause" words={words.causes} choices={BREACH_CAUSES} />
      <Later {...fields} name="groups" rows={2} />
      <Later {...fields} name="people" />
      <Later {...fields} name="dataTypes" rows={2} />
      <Later {...fields} name="entries" />
      <Later {...fields} name="consequences" rows={3} />
      <OneOf {...fields} name="severity" words={words.severities} choices={BREACH_SEVERITIES} />
      <Later {...fields} name="measures" rows={3} />
      <label class="compliance-box">
        <input type="checkbox" name="crossBorder" checked={values.crossBorder !== ""} />
        <span>{words.fields.crossBorder}</span>
      </label>
    </>
  );
}

/** A field that can wait. */
function Later(
  { locale, values, name, type = "text", rows }: BreachFieldsProps & {
    name: Exclude<BreachFieldName, "kinds">;
    type?: "text" | "date" | "time";
    rows?: number;
  },
) {
  const words = textsFor(locale).breaches;
  return (
    <TextField
      name={name}
      type={type}
      label={words.fields[name]}
      value={values[name]}
      optional={words.optional}
      {...(rows === undefined ? {} : { rows })}
    />
  );
}

function Kinds({ locale, values }: BreachFieldsProps) {
  const words = textsFor(locale).breaches;
  const chosen = values.kinds.split(" ");
  return (
    <fieldset class="compliance-boxes">
      <legend>{words.fields.kinds}</legend>
      {BREACH_KINDS.map((kind) => (
        <label key={kind} class="compliance-box">
          <input type="checkbox" name={kindField(kind)} checked={chosen.includes(kind)} />
          <span>{words.kinds[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function OneOf<Word extends string>(
  { locale, values, name, words, choices }: BreachFieldsProps & {
    name: "cause" | "severity";
    words: Readonly<Record<Word, string>>;
    choices: readonly Word[];
  },
) {
  const { fields, notKnown } = textsFor(locale).breaches;
  return (
    <div class="field">
      <div class="field-box">
        <label for={name}>{fields[name]}</label>
        <select id={name} name={name}>
          <option value="">{notKnown}</option>
          {choices.map((one) => (
            <option key={one} value={one} selected={one === values[name]}>{words[one]}</option>
          ))}
        </select>
      </div>
    </div>
  );
}
