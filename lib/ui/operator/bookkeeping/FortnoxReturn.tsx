// Where an accountant comes back to from Fortnox: their session is not sent with a step from another site, so that one button of
// our own takes what Fortnox gave them to the books.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { GatePage } from "../frame/GatePage.tsx";

/** Properties of FortnoxReturn. */
export interface FortnoxReturnProps {
  locale: Locale;
  /** Address of the page. */
  url: URL;
  /** What Fortnox gave; "" when the accountant said no there. */
  code: string;
  formToken: string;
  entity: string;
}

/** The page. */
export function FortnoxReturn({ locale, url, code, formToken, entity }: FortnoxReturnProps) {
  const { fortnox: words } = textsFor(locale).bookkeeping;
  const books = paths.adminFortnox({ entity });
  return (
    <GatePage locale={locale} url={url} title={words.title} hasLanguage={false}>
      {code === ""
        ? (
          <>
            <p>{words.notLetIn}</p>
            <p>
              <a href={books}>{words.back}</a>
            </p>
          </>
        )
        : (
          <form class="field-stack" method="post" action={books}>
            <p>{words.letIn}</p>
            <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
            <input type="hidden" name="act" value="connect" />
            <input type="hidden" name="code" value={code} />
            <div class="button-row">
              <button type="submit" class="button">{words.finish}</button>
            </div>
          </form>
        )}
    </GatePage>
  );
}
