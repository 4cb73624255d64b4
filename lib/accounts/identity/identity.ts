// How somebody is known at others: a provider of sign-in and the person's id there, which stays when addresses change.
import type { SealedText } from "../../security/sealed-text.ts";
import type { PersonId } from "../person.ts";
import type { Factor } from "../session.ts";

/** Who vouches: the id of a provider, `google`, or the issuer of OpenID Connect, `https://login.example`. */
export type Source = string;

/** A person's way in by somebody else. The person's id there is in its key alone, as a keyed hash. */
export interface Identity {
  personId: PersonId;
  source: Source;
  /** The address the provider named when it was linked, for the person to know it again; "" when none. */
  address: string;
  linkedAt: string;
}

/** What a provider says of who came back from it. */
export interface ProvedIdentity {
  source: Source;
  /** The person's id there. */
  subject: string;
  name: string;
  /** As `readEmailAddress` gives it; "" when there is none. */
  address: string;
  /** True when the provider says that the address was shown to be theirs. */
  isAddressVerified: boolean;
  factors: readonly Factor[];
}

/** An identity that waits to be linked, until its person has shown who they are here. */
export interface PendingIdentity extends Pick<Identity, "source" | "address"> {
  /** See `identityMark`. */
  mark: string;
  isAddressVerified: boolean;
  expiresAt: string;
}

/** Something of a sign-in under way. */
export interface SignInFlow {
  /** JSON; it holds what would end the sign-in in somebody else's hands. */
  sealed: SealedText;
  expiresAt: string;
}

/** How long a sign-in at others may take, in minutes, and how long what came of it waits to be linked. */
export const FLOW_MINUTES = 10;
/** Most identities of one person. */
export const MAX_IDENTITIES = 10;
