// The form of a landmark, complete without script.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { LandmarkData } from "../../../board/landmarks-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { landmarkSlug, MAX_LANDMARK_AREA, MAX_LANDMARK_NAME } from "../../../places/landmark.ts";
import { LANDMARK_KINDS } from "../../../places/place.ts";

/** Properties of LandmarkForm. */
export interface LandmarkFormProps {
  data: LandmarkData;
  locale: Locale;
}

/** How a point is written. */
const EXAMPLE_POINT = "57.70570, 11.98530";

/** Adds a landmark, or changes the one that is shown. */
export function LandmarkForm({ data, locale }: LandmarkFormProps) {
  const { id, values, problem, edit, formToken } = data;
  const { landmarks: words, trip } = textsFor(locale);
  const { fields } = words;
  const kinds = LANDMARK_KINDS.map((kind) => [kind, trip.place[kind]] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, locale));
  return (
    <form
      class="action-form landmark-form"
      method="post"
      action={id === "" ? paths.adminPlaces() : paths.adminPlace(landmarkSlug(id))}
      aria-describedby={problem === null ? undefined : "problem"}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="expectedVersion" value={edit?.version ?? 0} />
      <Line name="name" label={fields.name} value={values.name} isRequired />
      <Line name="nameEn" label={`${fields.nameEn} (${fields.optional})`} value={values.nameEn} />
      <label class="action-field">
        <span>{fields.kind}</span>
        <select name="kind">
          {kinds.map(([kind, word]) => (
            <option key={kind} value={kind} selected={kind === values.kind}>{word}</option>
          ))}
        </select>
      </label>
      <Line name="area" label={`${fields.area} (${fields.optional})`} value={values.area} />
      <Line name="town" label={fields.town} value={values.town} isRequired />
      <div class="landmark-wide">
        <Line name="point" label={fields.point} value={values.point} isRequired />
        <p class="action-hint">
          {fields.pointHint(EXAMPLE_POINT)} {edit !== null && besideIt(data, locale)}
        </p>
      </div>
      <div class="landmark-wide">
        <label class="action-field">
          <span>{`${fields.aliases} (${fields.optional})`}</span>
          <textarea name="aliases" rows={5} dir="auto">{values.aliases}</textarea>
        </label>
        <p class="action-hint">{fields.aliasesHint}</p>
      </div>
      <div class="landmark-wide">
        <Tick name="isExact" label={fields.isExact} isOn={values.isExact} />
        <p class="action-hint">{fields.isExactHint}</p>
        {(problem === "farFromStreet" || values.mayBeFar) && (
          <Tick name="mayBeFar" label={fields.mayBeFar} isOn={values.mayBeFar} />
        )}
      </div>
      <button
        type="submit"
        class="button primary"
        name="action"
        value={id === "" ? "add" : "change"}
      >
        {id === "" ? words.create : words.save}
      </button>
    </form>
  );
}

function besideIt({ street }: LandmarkData, locale: Locale): string {
  const words = textsFor(locale).landmarks;
  return street === "" ? words.noStreet : words.street(street);
}

function Line(
  { name, label, value, isRequired = false }: {
    name: "name" | "nameEn" | "area" | "town" | "point";
    label: string;
    value: string;
    isRequired?: boolean;
  },
) {
  const isShort = name === "area" || name === "town";
  return (
    <label class="action-field">
      <span>{label}</span>
      <input
        name={name}
        value={value}
        required={isRequired}
        maxLength={isShort ? MAX_LANDMARK_AREA : MAX_LANDMARK_NAME}
        dir={name === "point" ? "ltr" : "auto"}
      />
    </label>
  );
}

function Tick({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label class="landmark-tick">
      <input type="checkbox" name={name} value="yes" checked={isOn} />
      <span>{label}</span>
    </label>
  );
}
