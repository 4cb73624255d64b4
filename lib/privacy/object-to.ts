// Objects to one purpose, and takes an objection back: one press each, obeyed at once. It is a request like every other, and
// done when it is made.
import { textsFor } from "../i18n/texts.ts";
import { ulid } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { readEntry } from "../kv/read.ts";
import { addTry } from "../kv/tries.ts";
import { RequestError } from "../errors/request-error.ts";
import { addLimitChange } from "./change-limits.ts";
import { type CreateRequestDeps, newRequest, REQUEST_LIMIT } from "./create-data-request.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { privacyKeys } from "./keys.ts";
import { hasObjectedTo, OBJECTABLE, objectedWith, withoutObjection } from "./limit-rules.ts";
import { contactOf, markOf } from "./request-subject.ts";
import { NO_LIMITS } from "./subject-limits.ts";
import { tellOfRequest } from "./tell-of-request.ts";
import type { Visitor } from "./visitor.ts";

/** What is pressed. */
export interface ObjectionWish {
  purpose: string;
  /** False: the objection is taken back. */
  isObjecting: boolean;
  locale: Locale;
}

/** Does it; what is so already stays so. Throws RequestError("not-found") for what cannot be objected to, and too-many-tries. */
export async function objectTo(
  deps: CreateRequestDeps,
  visitor: Visitor,
  { purpose: name, isObjecting, locale }: ObjectionWish,
): Promise<void> {
  const purpose = OBJECTABLE.find((one) => one === name);
  if (purpose === undefined) throw new RequestError("not-found", {});
  const { subject } = visitor;
  const mark = await markOf(deps, subject);
  const who = { mark, personId: subject.kind === "person" ? subject.personId : null };
  const contact = await contactOf(deps, subject);
  await commitWithRetry<null>(deps.db, async (tx) => {
    const { value } = await readEntry(deps.db.write, privacyKeys.subjectLimits(mark));
    if (hasObjectedTo(value ?? NO_LIMITS, purpose) === isObjecting) return new Unwritten(null);
    await addTry(deps, tx, [{ what: "data-request", who: mark }], REQUEST_LIMIT);
    if (!isObjecting) {
      await addLimitChange(deps, tx, who, (before) => withoutObjection(before, purpose));
      return null;
    }
    const now = deps.clock.now();
    const [id, at] = [ulid(now.epochMilliseconds, deps.randomBytes), now.toString()];
    const wish = textsFor(locale).dataPurposes.of[purpose].title;
    const asked = { type: "objection", subject, locale, identity: visitor.identity, wish } as const;
    const made = newRequest(asked, { id, mark, contact, at });
    const request: DataRequest = { ...made, state: "complete", closedAt: at };
    deps.requests.write(tx, { before: null, after: request, event: doneEvent(request) });
    await addLimitChange(
      deps,
      tx,
      who,
      (before) => objectedWith(before, [purpose], { at, requestId: id }),
    );
    await tellOfRequest(deps, tx, request, "done");
    return null;
  });
}

function doneEvent({ mark, receivedAt: at }: DataRequest): DataRequestEvent {
  return { at, by: { kind: "subject" }, mark, type: "complete", state: "complete", text: "" };
}
