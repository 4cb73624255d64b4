// Leads somebody on who came back from a provider. A cookie that comes from no other site is not sent while a browser
// follows redirects from one: it is from a page of ours on.
import { Head } from "fresh/runtime";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { PageHead } from "../PageHead.tsx";

/** The page; it goes on by itself, also without scripts. */
export function OnwardPage({ locale, to }: { locale: Locale; to: string }) {
  const { ways } = textsFor(locale);
  return (
    <div class="page account">
      <PageHead locale={locale} title={ways.onwardTitle} isPrivate />
      <Head>
        <meta http-equiv="refresh" content={`0;url=${to}`} />
      </Head>
      <h1>{ways.onwardTitle}</h1>
      <p>
        <a class="button primary" href={to}>{ways.onward}</a>
      </p>
    </div>
  );
}
