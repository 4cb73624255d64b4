// The page of a file of own data, for people: opened from the file itself, so nothing of it is asked of any server.
import { renderToString } from "preact-render-to-string";
import { textsFor } from "../i18n/texts.ts";
import { formatDateTime, wallTimeOf } from "../i18n/format.ts";
import type { Locale } from "../kernel/locale.ts";
import { ANOTHERS, type OwnData, type OwnRow } from "../kernel/own-data.ts";

/** Rows of a family that the page shows; all of them are in the files. */
export const SHOWN_ROWS = 100;

/** A family, and how its rows begin. */
export interface ArchivedFamily
  extends Pick<OwnData, "family" | "fields" | "sources" | "recipients"> {
  count: number;
  first: readonly OwnRow[];
}

interface PageProps {
  locale: Locale;
  /** When it was made, an instant. */
  at: string;
  families: readonly ArchivedFamily[];
}

/** The page as a document. */
export function archivePage(props: PageProps): string {
  return `<!doctype html>\n${renderToString(<ArchivePage {...props} />)}\n`;
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}" +
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:start}" +
  "div{overflow-x:auto}";

function ArchivePage({ locale, at, families }: PageProps) {
  const { ownData: texts } = textsFor(locale);
  const made = wallTimeOf(at);
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{texts.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
          <p>{texts.made(formatDateTime(locale, made, ""))}</p>
          <p>{texts.columns}</p>
          <p>{texts.others(ANOTHERS)}</p>
          <p>{texts.elsewhere}</p>
          {families.map((family) => <Family key={family.family} {...{ locale, family }} />)}
        </main>
      </body>
    </html>
  );
}

function Family({ locale, family }: { locale: Locale; family: ArchivedFamily }) {
  const { ownData: texts } = textsFor(locale);
  const { count, first, fields, sources, recipients } = family;
  const names = Object.keys(fields);
  const titles: Readonly<Record<string, string>> = texts.family;
  return (
    <section>
      <h2>{titles[family.family] ?? family.family}</h2>
      <p>
        {`${texts.rows}: ${count}. ${texts.sources}: ${
          sources.map((one) => texts.source[one]).join(", ")
        }. ${texts.recipients}: ${recipients.map((one) => texts.recipient[one]).join(", ")}. `}
        <a href={`data/${family.family}.json`}>JSON</a>{" "}
        <a href={`data/${family.family}.csv`}>CSV</a>
      </p>
      {count === 0 ? <p>{texts.nothing}</p> : (
        // A wide table is moved by the keys, too.
        <div tabIndex={0} role="region" aria-label={titles[family.family] ?? family.family}>
          <table>
            <tr>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
            {first.map((row, at) => (
              <tr key={at}>
                {names.map((name) => <td key={name} dir="auto">{String(row[name] ?? "")}</td>)}
              </tr>
            ))}
          </table>
        </div>
      )}
      {count > first.length && <p>{texts.more(count)}</p>}
    </section>
  );
}
