// Somebody asks that a person looks at what was decided without one (GDPR, Article 22.3).
import type { RequestSubject } from "./request-subject.ts";
import type { Locale } from "../kernel/locale.ts";
import { changeDataRequest, type ChangeRequestDeps } from "./change-data-request.ts";
import {
  createDataRequest,
  type CreatedRequest,
  type CreateRequestDeps,
} from "./create-data-request.ts";
import type { IdentityProof } from "./data-request.ts";

/** What it needs. */
export type AskForReviewDeps = CreateRequestDeps & ChangeRequestDeps;

/**
 * Takes it down as a request of its own. Who waits for an answer already has what they ask for now written beside it: one
 * person looks at all of it. Throws DomainError("too-many-tries").
 */
export async function askForReview(
  deps: AskForReviewDeps,
  { subject, locale, about, words, identity }: {
    subject: RequestSubject;
    locale: Locale;
    /** Which decision, as the page names it. */
    about: string;
    /** Why, in their own words; "" when they say nothing. */
    words: string;
    identity: IdentityProof | null;
  },
): Promise<CreatedRequest> {
  const wish = words === "" ? about : `${about}\n${words}`;
  const created = await createDataRequest(deps, {
    type: "review",
    subject,
    locale,
    wish,
    identity,
  });
  if (created.kind === "duplicate" && created.request.wish !== wish) {
    const { id } = created.request;
    await changeDataRequest(deps, id, { type: "note", text: wish }, { kind: "subject" });
  }
  return created;
}
