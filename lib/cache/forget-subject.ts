// Use case: nothing that is kept of somebody is given any more, and that it was asked for is forgotten too.
import { ofSubject } from "./agreement.ts";
import type { CacheServices } from "./services.ts";

/** What it needs. */
export interface ForgetSubjectDeps {
  cache: Pick<CacheServices["cache"], "invalidate">;
  cacheParts: Pick<CacheServices["cacheParts"], "patterns">;
}

/** Of a subject such as `person/01K…`. True once it holds in every instance; false as `Cache.invalidate` says. */
export async function forgetSubject(
  { cache, cacheParts }: ForgetSubjectDeps,
  subject: string,
): Promise<boolean> {
  cacheParts.patterns.forget(subject);
  return await cache.invalidate(ofSubject(subject));
}
