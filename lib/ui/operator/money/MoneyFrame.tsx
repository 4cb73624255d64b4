// The frame of the pages about money: its heading, the way back, and what is on the page.
import type { ComponentChildren } from "preact";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { Framed } from "../../../board/framed.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of a page about money. */
export interface MoneyProps<Data extends Framed> {
  data: Data;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The frame. */
export function MoneyFrame(
  { data, state: { locale, operator }, url, title, back, children }:
    & MoneyProps<Framed>
    & { title: string; back?: { href: string; text: string }; children: ComponentChildren },
) {
  const { formToken, deadJobs, nowMs } = data;
  return (
    <OperatorPage page="money" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{title}</h1>
        </header>
        {back !== undefined && (
          <p>
            <a href={back.href}>{back.text}</a>
          </p>
        )}
        {children}
      </div>
    </OperatorPage>
  );
}
