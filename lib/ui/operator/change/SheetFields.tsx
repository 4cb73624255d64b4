// The fields of a sheet. Each begins with what stands in it; from then on it is the operator's.
import type { ComponentChildren } from "preact";
import PlaceField from "../../../../islands/PlaceField.tsx";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import { ChoiceList } from "../../parts/ChoiceList.tsx";
import { FieldError } from "../../parts/Field.tsx";
import { Choice, Count, errorOf, Text } from "./SheetInputs.tsx";
import type { SheetView } from "./sheet-view.ts";

/** All fields of the sheet's kind. */
export function SheetFields({ view }: { view: SheetView }) {
  return (
    <div class="sheet-fields">
      {fieldsOf(view)}
      {/* The form's first button: Enter in a field shows the price and does nothing. */}
      <button type="submit" class="button sheet-look" name="action" value="price">
        {view.words.showPrice}
      </button>
    </div>
  );
}

function fieldsOf(view: SheetView): ComponentChildren {
  switch (view.kind) {
    case "change":
      return (
        <>
          <When view={view} isFirst />
          <End view={view} end="from" />
          <End view={view} end="to" />
          <Party view={view} />
          <Needs view={view} />
          <Who view={view} />
          <PriceBy view={view} />
        </>
      );
    case "split":
      return (
        <>
          <Party view={view} isFirst />
          <Needs view={view} />
        </>
      );
    case "duplicate":
    case "return":
      return <When view={view} isFirst />;
    case "revive":
      return (
        <>
          <Text view={view} name="reason" maxLength={MAX_REASON_LENGTH} isFirst />
          <When view={view} />
        </>
      );
  }
}

interface PartProps {
  view: SheetView;
  /** True where the focus goes when the sheet opens. */
  isFirst?: boolean;
}

function When({ view, isFirst }: PartProps) {
  const { pickup } = view.questions;
  return (
    <>
      <div class="sheet-row">
        <Text view={view} name="time" maxLength={10} isFirst={isFirst ?? false} isLatin />
        <Text view={view} name="date" type="date" isLatin />
      </div>
      {pickup !== null && <ChoiceList {...pickup} />}
    </>
  );
}

function End({ view, end }: { view: SheetView; end: "from" | "to" }) {
  const { values, words, places, questions, locale } = view;
  const error = errorOf(view, end);
  const question = questions[end];
  return (
    <div class={error === undefined ? "sheet-end" : "sheet-end has-error"}>
      <PlaceField
        name={end}
        label={words.fields[end]}
        value={values[end]}
        placeId={question === null ? values[`${end}Id`] : ""}
        isAsked={question !== null}
        placeholder={words.placeExample}
        locale={locale}
        texts={places.texts}
        popular={places.popular}
        icons={places.icons}
        errorId={error === undefined ? "" : `${end}-error`}
      />
      {question !== null && <ChoiceList {...question} />}
      <FieldError id={`${end}-error`} text={error} />
    </div>
  );
}

function Party({ view, isFirst }: PartProps) {
  return (
    <div class="sheet-row">
      <Count view={view} name="passengers" isFirst={isFirst ?? false} />
      <Count view={view} name="bags" />
      <Choice view={view} name="vehicleClass" options={view.words.classes} />
    </div>
  );
}

function Needs({ view }: PartProps) {
  const names = (["wheelchairs", "childSeats", "pets", "extraLuggage"] as const)
    .filter((name) => view.bounds[name][1] > 0);
  if (names.length === 0) return null;
  return (
    <fieldset class="sheet-row sheet-needs">
      <legend>{view.words.needs}</legend>
      {names.map((name) => <Count key={name} view={view} name={name} />)}
    </fieldset>
  );
}

function Who({ view }: PartProps) {
  return (
    <>
      <div class="sheet-row">
        <Text view={view} name="name" />
        <Text view={view} name="phone" type="tel" isLatin />
      </div>
      <div class="sheet-row">
        <Text view={view} name="email" type="email" isLatin />
        <Text view={view} name="flightNumber" isLatin />
      </div>
      <Text view={view} name="note" />
    </>
  );
}

function PriceBy({ view }: PartProps) {
  return (
    <div class="sheet-row">
      <Choice view={view} name="tariff" options={view.words.tariffs} />
      <Text
        view={view}
        name="keepReason"
        maxLength={MAX_REASON_LENGTH}
        hint={view.words.keepHint}
      />
    </div>
  );
}
