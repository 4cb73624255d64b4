// The service worker of this build: it changes whenever the offline page or a file of it does, and so
// browsers fetch both anew.
import type { Context } from "fresh";
import { asset } from "fresh/runtime";
import { define, type State } from "../lib/http/define.ts";
import { tokenHash } from "../lib/kernel/ids.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { byLocale, type Locale, LOCALES } from "../lib/kernel/locale.ts";
import { paths } from "../lib/kernel/paths.ts";
import { Offline } from "../lib/ui/customer/pages/Offline.tsx";

/** Files a page needs to look like itself; scripts are not among them, it needs none. */
const FILE = /<link(?=[^>]+rel="(?:stylesheet|preload|icon)")[^>]+href="(\/[^"]+)"/g;

export const handler = define.handlers({
  async GET(ctx) {
    const shown = [];
    for (const locale of LOCALES) shown.push(await offlinePage(ctx, locale));
    const worker = asset("/offline-worker.js");
    const files = new Set(
      shown.flatMap((html) => [...html.matchAll(FILE)].map(([, href]) => href)),
    );
    const build = {
      version: tokenHash([worker, ...shown].join("\n")).slice(0, 16),
      pages: Object.fromEntries(LOCALES.map((locale) => [locale, paths.offline({ lang: locale })])),
      files: [...[...files].map((href) => href?.replaceAll("&amp;", "&")), asset("/icons.svg")],
      words: byLocale((locale) => textsFor(locale).errors.offlineTicket),
    };
    const script = `self.AVANTI = ${JSON.stringify(build)};\nimportScripts("${worker}");\n`;
    return new Response(script, {
      headers: { "content-type": "text/javascript; charset=utf-8" },
    });
  },
});

/** The page as it is sent, but for what differs from answer to answer. */
async function offlinePage(ctx: Context<State>, locale: Locale): Promise<string> {
  ctx.state.locale = locale;
  const page = await ctx.render(Offline({ locale }));
  return (await page.text()).replace(/ nonce="[^"]*"/g, "");
}
