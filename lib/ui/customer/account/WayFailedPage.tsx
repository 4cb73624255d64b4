// Why somebody who came back from a provider was not let in, and how to go on.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { WayFailure } from "../../../accounts/identity/way-in.ts";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";

/** What the page shows. */
export interface WayFailedData {
  /** In addresses. */
  way: string;
  label: string;
  reason: WayFailure | "refused";
  /** Where somebody who is signed in goes on to; null for who is not. */
  home: string | null;
}

/** The page. */
export function WayFailedPage({ locale, data }: { locale: Locale; data: WayFailedData }) {
  const { ways } = textsFor(locale);
  const { way, label, reason, home } = data;
  const title = ways.failedTitle(label);
  // A page that is shown again when one goes back is no failure to who is signed in.
  const isDone = reason === "over" && home !== null;
  return (
    <div class="page account">
      <PageHead locale={locale} title={title} isPrivate />
      <h1>{isDone ? ways.already : title}</h1>
      {!isDone && (
        <Notice tone="warn">
          {ways.failed[reason](label)}
        </Notice>
      )}
      <div class="button-row">
        {home === null
          ? <a class="button primary" rel="nofollow" href={paths.signInWith(way)}>{ways.again}</a>
          : <a class="button primary" href={home}>{ways.goOn}</a>}
        {home === null && <a class="button" href={paths.signIn()}>{ways.otherWays}</a>}
      </div>
    </div>
  );
}
