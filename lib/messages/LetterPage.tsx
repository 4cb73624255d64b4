// A letter as mail programs show it: tables and styles in place, which is all that Outlook and Gmail keep.
import type { ComponentChildren } from "preact";
import type { Locale } from "../kernel/locale.ts";
import type { Letter, LetterRow } from "./letter.ts";

/** Properties of LetterPage. */
export interface LetterPageProps {
  letter: Letter;
  locale: Locale;
  company: string;
  wasBefore: (value: string) => string;
}

const FONT = "font-family:Arial,Helvetica,sans-serif;";
const INK = "color:#16302f;";
const SOFT = "color:#4c5f5e;";
const PINE = "#0f4a4d";

/** For programs that follow a reader's dark mode; those that do not know it show the light one. */
const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#0e1c1f!important}
.sheet{background:#16282b!important;border-color:#31474a!important}
.ink{color:#f0efe8!important}
.soft{color:#b4c3c2!important}
.line{border-color:#31474a!important}
.press{background:#f2c14e!important}
.press a{color:#16282b!important}
}`;

/** The whole page. */
export function LetterPage({ letter, locale, company, wasBefore }: LetterPageProps) {
  const { subject, title, lead, rows, code, action, small } = letter;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{DARK}</style>
      </head>
      <body class="paper" style="margin:0;padding:0;background:#f8f7f2;">
        <Table class="paper" style="background:#f8f7f2;">
          <td align="center" style="padding:24px 12px;">
            <Table class="sheet" width="600" style={SHEET}>
              <td style="padding:28px 24px;">
                <p
                  class="soft"
                  style={`${FONT}${SOFT}margin:0 0 16px;font-size:15px;font-weight:bold;`}
                >
                  {company}
                </p>
                <h1
                  class="ink"
                  style={`${FONT}${INK}margin:0 0 12px;font-size:24px;line-height:30px;`}
                >
                  {title}
                </h1>
                {lead.map((line) => <p key={line} class="ink" style={PARAGRAPH}>{line}</p>)}
                {code !== "" && <p class="ink" style={CODE}>{code}</p>}
                {rows.length > 0 && <Rows {...{ rows, wasBefore }} />}
                {action !== null && <Press {...action} />}
                {small.map((line) => <p key={line} class="soft" style={SMALL}>{line}</p>)}
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  );
}

const SHEET =
  "background:#ffffff;border:1px solid #dcdfd6;border-radius:12px;max-width:600px;width:100%;";
const PARAGRAPH = `${FONT}${INK}margin:0 0 12px;font-size:16px;line-height:24px;`;
const SMALL = `${FONT}${SOFT}margin:0 0 6px;font-size:13px;line-height:20px;`;
const CODE =
  `${FONT}${INK}margin:8px 0 20px;font-size:32px;line-height:40px;font-weight:bold;letter-spacing:6px;`;
const CELL = `${FONT}padding:8px 0;font-size:15px;line-height:22px;vertical-align:top;`;

/** A table of one cell: what others would draw as a box. `role` tells readers that it holds no data. */
function Table(
  { children, class: name, style, width = "100%" }: {
    children: ComponentChildren;
    class?: string;
    style?: string;
    width?: string;
  },
) {
  return (
    <table
      role="presentation"
      class={name}
      width={width}
      cellPadding="0"
      cellSpacing="0"
      style={style}
    >
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  );
}

function Rows(
  { rows, wasBefore }: { rows: readonly LetterRow[]; wasBefore: (value: string) => string },
) {
  return (
    <table
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style="margin:8px 0 20px;border-collapse:collapse;"
    >
      <tbody>
        {rows.map(({ label, value, was }) => (
          <tr key={label}>
            <th
              scope="row"
              align="left"
              class="soft line"
              style={`${CELL}${SOFT}width:38%;padding-right:12px;font-weight:normal;border-bottom:1px solid #e4e6de;`}
            >
              {label}
            </th>
            <td class="ink line" style={`${CELL}${INK}border-bottom:1px solid #e4e6de;`}>
              <bdi>{was === "" ? value : <strong>{value}</strong>}</bdi>
              {was !== "" && (
                <>
                  <br />
                  <span class="soft" style={`${SOFT}font-size:13px;`}>{wasBefore(was)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A button that Outlook draws too: a coloured cell with a link in it. */
function Press({ label, href }: { label: string; href: string }) {
  return (
    <table
      role="presentation"
      cellPadding="0"
      cellSpacing="0"
      style="margin:0 0 24px;"
    >
      <tbody>
        <tr>
          <td class="press" style={`background-color:${PINE};border-radius:8px;`}>
            <a
              href={href}
              style={`${FONT}display:inline-block;padding:14px 24px;font-size:16px;font-weight:bold;color:#ffffff;text-decoration:none;`}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
