// Somebody's own places: those they keep, and the form for another.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { MAX_OWN_PLACE_NAME } from "../../../accounts/own-place.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { FieldError } from "../../parts/Field.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Said, said } from "../../parts/Said.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { OWN_PLACE_ICONS, ownPlaceName } from "../trip/own-place-offers.ts";
import { NewPlaceForm } from "./NewPlaceForm.tsx";
import type { OwnPlacesData, ShownOwnPlace } from "./own-places-data.ts";

interface OwnPlacesProps {
  locale: Locale;
  data: OwnPlacesData;
}

/** The page. */
export function OwnPlacesPage({ locale, data }: OwnPlacesProps) {
  const { ownPlaces: texts, rides } = textsFor(locale);
  const { places, done } = data;
  return (
    <div class="page account">
      <PageHead locale={locale} title={texts.title} isPrivate />
      <h1>{texts.title}</h1>
      <p class="account-lead">{texts.lead}</p>
      {done !== null && (
        <div role="status">
          <Notice tone="ok">{texts[done]}</Notice>
        </div>
      )}
      {places.length === 0 ? <p>{texts.none}</p> : (
        <ul class="session-list">
          {places.map((place) => <OnePlace key={place.id} {...{ locale, data, place }} />)}
        </ul>
      )}
      <NewPlaceForm locale={locale} data={data} />
      <ul class="account-ways">
        <li>
          <a href={paths.home()}>{texts.book}</a>
        </li>
        <li>
          <a href={paths.rides()}>{rides.title}</a>
        </li>
        <li>
          <a href={paths.security()}>{rides.account}</a>
        </li>
      </ul>
    </div>
  );
}

function OnePlace({ locale, data, place }: OwnPlacesProps & { place: ShownOwnPlace }) {
  const { ownPlaces: texts } = textsFor(locale);
  const { formToken, refusedName } = data;
  const name = ownPlaceName(locale, place);
  return (
    <li>
      <div class="own-place">
        <Icon name={OWN_PLACE_ICONS[place.kind]} />
        <b>
          <Said>{name}</Said>
        </b>
        <p class="muted">
          <Said>{place.words}</Said>
        </p>
        {!place.isFound && <Notice tone="warn">{texts.gone}</Notice>}
      </div>
      <details open={refusedName?.id === place.id}>
        <summary>{texts.changeOf(said(name))}</summary>
        {place.kind === "named" && <NameForm {...{ locale, data, place }} />}
        <form class="button-row" method="post" action={paths.ownPlaces()}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="ownPlace" value={place.id} />
          <button type="submit" class="button danger" name="act" value="remove">
            {texts.remove}
          </button>
        </form>
      </details>
    </li>
  );
}

function NameForm({ locale, data, place }: OwnPlacesProps & { place: ShownOwnPlace }) {
  const { ownPlaces: texts } = textsFor(locale);
  const { formToken, today } = data;
  const refused = data.refusedName?.id === place.id ? data.refusedName : null;
  const id = `name-${place.id}`;
  const [error] = refused === null
    ? []
    : shownErrors(locale, [{ field: id, code: refused.code }], {}, today);
  return (
    <form class="field-stack" method="post" action={paths.ownPlaces()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="ownPlace" value={place.id} />
      <div class={error === undefined ? "field" : "field has-error"}>
        <div class="field-box">
          <label for={id}>{texts.name}</label>
          <input
            id={id}
            name="name"
            dir="auto"
            value={refused?.name ?? place.name}
            maxLength={MAX_OWN_PLACE_NAME}
            {...(error === undefined ? {} : {
              "aria-invalid": true,
              "aria-describedby": `${id}-error`,
            })}
          />
        </div>
        <FieldError id={`${id}-error`} text={error?.text} />
      </div>
      <div class="button-row">
        <button type="submit" class="button" name="act" value="rename">{texts.rename}</button>
      </div>
    </form>
  );
}
