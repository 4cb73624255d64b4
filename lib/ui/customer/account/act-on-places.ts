// Does what somebody asked for on the page of their own places, and says what the page shows then.
import { keepOwnPlace, removeOwnPlace, renameOwnPlace } from "../../../accounts/keep-own-place.ts";
import { readOwnPlaceName } from "../../../accounts/own-place-rules.ts";
import type { OwnPlaceDeps } from "../../../accounts/own-place-store.ts";
import type { PersonId } from "../../../accounts/person.ts";
import { RequestError } from "../../../errors/request-error.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { LocateDeps } from "../../../places/geocoder/locate-place.ts";
import { checkOwnPlace, type OwnPlaceForm, typedOwnPlace } from "./own-place-form.ts";
import type { OwnPlacesDone, RefusedName } from "./own-places-data.ts";

/** What came of it. */
export type OwnPlacesAnswer =
  | { kind: "done"; done: OwnPlacesDone }
  /** A place of a ride, put into the form. */
  | { kind: "begun"; form: OwnPlaceForm }
  | { kind: "refused"; form?: OwnPlaceForm; refusedName?: RefusedName };

/** What acting needs. */
export type OwnPlaceActDeps = OwnPlaceDeps & LocateDeps & { clock: Clock };

/** Does it. Throws RequestError("not-found") for a place that is not the person's own. */
export async function actOnPlaces(
  deps: OwnPlaceActDeps,
  personId: PersonId,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<OwnPlacesAnswer> {
  const id = fields.get("ownPlace") ?? "";
  switch (fields.get("act")) {
    case "rename":
      return await rename(deps, personId, { id, name: fields.get("name") ?? "" });
    case "remove":
      if (!await removeOwnPlace(deps, personId, id)) throw new RequestError("not-found", {});
      return { kind: "done", done: "removed" };
    case "begin":
      return { kind: "begun", form: typedOwnPlace(fields) };
    default:
      return await keep(deps, personId, typedOwnPlace(fields), locale);
  }
}

async function rename(
  deps: OwnPlaceActDeps,
  personId: PersonId,
  { id, name }: { id: string; name: string },
): Promise<OwnPlacesAnswer> {
  const read = readOwnPlaceName(name);
  if (!read.ok) return { kind: "refused", refusedName: { id, name, code: read.code } };
  if (!await renameOwnPlace(deps, personId, { id, name: read.value })) {
    throw new RequestError("not-found", {});
  }
  return { kind: "done", done: "renamed" };
}

async function keep(
  deps: OwnPlaceActDeps,
  personId: PersonId,
  form: OwnPlaceForm,
  locale: Locale,
): Promise<OwnPlacesAnswer> {
  const read = await checkOwnPlace(deps, form, locale);
  if (!read.ok) return { kind: "refused", form: { ...form, errors: read.errors } };
  const kept = await keepOwnPlace(deps, personId, read.value);
  if (kept.ok) return { kind: "done", done: "saved" };
  return { kind: "refused", form: { ...form, errors: [{ field: "place", code: kept.code }] } };
}
