// A person keeps a place, names it anew, or lets it go.
import type { Reading } from "../forms/field-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { ulid } from "../kernel/ids.ts";
import type { OwnPlace } from "./own-place.ts";
import { withName, withoutPlace, withPlace } from "./own-place-rules.ts";
import { changeOwnPlaces, type OwnPlaceDeps } from "./own-place-store.ts";
import type { PersonId } from "./person.ts";

/** Keeps a place of a person; says in a code why it cannot be kept. */
export async function keepOwnPlace(
  deps: OwnPlaceDeps & { clock: Clock },
  personId: PersonId,
  place: Omit<OwnPlace, "id">,
): Promise<Reading<null>> {
  const id = ulid(deps.clock.now().epochMilliseconds, deps.randomBytes);
  return await changeOwnPlaces<Reading<null>>(deps, personId, (before) => {
    const after = withPlace(before, { ...place, id });
    return after.ok
      ? { after: after.value, answer: { ok: true, value: null } }
      : { after: null, answer: after };
  });
}

/** Names one of a person's places anew; false when they keep no such place with a name of its own. */
export async function renameOwnPlace(
  deps: OwnPlaceDeps,
  personId: PersonId,
  { id, name }: Pick<OwnPlace, "id" | "name">,
): Promise<boolean> {
  return await changeOwnPlaces(deps, personId, (before) => told(withName(before, id, name)));
}

/** Lets one of a person's places go; false when they keep no such place. */
export async function removeOwnPlace(
  deps: OwnPlaceDeps,
  personId: PersonId,
  id: string,
): Promise<boolean> {
  return await changeOwnPlaces(deps, personId, (before) => told(withoutPlace(before, id)));
}

function told(after: readonly OwnPlace[] | null) {
  return { after, answer: after !== null };
}
