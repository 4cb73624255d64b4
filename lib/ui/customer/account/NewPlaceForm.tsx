// The form of a place to keep: the place as the trip form asks for it, what it is, and its name.
import { asset } from "fresh/runtime";
import MapPicker from "../../../../islands/MapPicker.tsx";
import PlaceField from "../../../../islands/PlaceField.tsx";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { MAX_OWN_PLACE_NAME } from "../../../accounts/own-place.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ChoiceList } from "../../parts/ChoiceList.tsx";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { FieldError, TextField } from "../../parts/Field.tsx";
import { shownErrors } from "../shown-errors.ts";
import { PlaceQuestion } from "../trip/PlaceQuestion.tsx";
import { placeTexts } from "../trip/place-texts.ts";
import { isPlaceQuestion, type PlaceQuestionKind } from "../trip/trip-questions.ts";
import type { OwnPlaceForm } from "./own-place-form.ts";
import type { OwnPlacesData } from "./own-places-data.ts";

interface NewPlaceProps {
  locale: Locale;
  data: OwnPlacesData;
}

/** The section with the form. */
export function NewPlaceForm({ locale, data }: NewPlaceProps) {
  const { ownPlaces: texts } = textsFor(locale);
  const { form, formToken, today } = data;
  const errors = shownErrors(locale, form.errors, { place: form.place }, today)
    // The first answer is what a link to the question leads to.
    .map((error) => error.field === "kind" ? { ...error, field: "kind-choice-0" } : error);
  const errorFor = (field: string) => errors.find((error) => error.field === field)?.text;
  const kinds = { ...texts.kinds, named: texts.somethingElse };
  const kindError = errorFor("kind-choice-0");
  return (
    <section class="account-section">
      <h2>{texts.add}</h2>
      <form class="field-stack own-place-form" method="post" action={paths.ownPlaces()} noValidate>
        <ErrorSummary locale={locale} errors={errors} />
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <OwnPlaceField locale={locale} form={form} error={errorFor("place")} />
        <div class={kindError === undefined ? "field" : "field has-error"}>
          <ChoiceList
            name="kind"
            question={texts.kind}
            hint={texts.kindHint}
            choices={Object.entries(kinds).map(([value, title]) => ({ value, title }))}
            chosen={form.kind}
          />
          <FieldError id="kind-error" text={kindError} />
        </div>
        <div class="own-place-name">
          <TextField
            name="name"
            label={texts.name}
            value={form.name}
            optional={texts.nameOptional}
            hint={texts.nameHint}
            maxLength={MAX_OWN_PLACE_NAME}
            error={errorFor("name")}
          />
        </div>
        <div class="button-row">
          <SubmitButton label={texts.save} busyLabel={texts.saving} />
        </div>
      </form>
    </section>
  );
}

function OwnPlaceField(
  { locale, form, error }: { locale: Locale; form: OwnPlaceForm; error: string | undefined },
) {
  const { trip, ownPlaces: texts } = textsFor(locale);
  const icons = asset("/icons.svg");
  const question = questionOf(form);
  return (
    <div
      class={error === undefined ? "own-place-field" : "own-place-field has-error"}
      data-one-answer
    >
      <PlaceField
        name="place"
        label={texts.place}
        value={form.place}
        placeId={question === undefined ? form.placeId : ""}
        placeholder={trip.placeExample}
        locale={locale}
        texts={placeTexts(locale)}
        popular={[]}
        icons={icons}
        errorId={error === undefined ? "" : "place-error"}
        isAsked={question !== undefined}
      />
      <div class="end-actions">
        <MapPicker
          name="place"
          locale={locale}
          texts={{
            ...trip.map,
            pinRefused: { ...trip.map.pinRefused },
            open: trip.place.chooseOnMap,
          }}
          roads={asset("/map/goteborg-roads.json")}
          country={asset("/map/sweden.json")}
          icons={icons}
          near={form.errors.find(({ near }) => near)?.near?.point ?? null}
        />
      </div>
      <PlaceQuestion locale={locale} end="place" words={form.place} question={question} />
      <FieldError id="place-error" text={error} />
    </div>
  );
}

/** What has to be asked of the place before it can be kept. */
function questionOf({ errors }: OwnPlaceForm): PlaceQuestionKind | undefined {
  for (const { code, places, moreId = "" } of errors) {
    if (places && isPlaceQuestion(code)) return { code, places, moreId };
  }
  return undefined;
}
