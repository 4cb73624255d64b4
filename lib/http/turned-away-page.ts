// The page for whom there is no room now. It stands by itself: a server that is busy is asked for nothing else.
import { createHash } from "node:crypto";
import { shownPhoneNumber } from "../forms/phone-number.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";

/** Colours of `lib/ui/styles/tokens.css`; those words of the style sheet that one sentence and two links need. */
const STYLE = [
  ":root{color-scheme:light dark;--paper:light-dark(oklch(.984 .006 95),oklch(.205 .022 215));",
  "--ink:light-dark(oklch(.255 .035 215),oklch(.955 .008 95));",
  "--primary:light-dark(oklch(.36 .07 205),oklch(.845 .155 85));",
  "--on-primary:light-dark(oklch(.985 .006 95),oklch(.23 .035 215))}",
  "body{display:grid;box-sizing:border-box;min-block-size:100vh;margin:0;padding:24px;place-content:center;",
  "background:var(--paper);color:var(--ink);font:1.125rem/1.5 'Hanken Grotesk',system-ui,sans-serif}",
  "main{max-inline-size:34rem}h1{margin:.5em 0;font-size:2rem;line-height:1.15}",
  "a{color:var(--primary);font-weight:600}a:focus-visible{outline:3px solid;outline-offset:3px}",
  ".again{display:inline-block;padding:14px 24px;border-radius:12px;text-decoration:none;",
  "background:var(--primary);color:var(--on-primary)}",
].join("");

/** What the policy of the page names, that alone. */
export const STYLE_SOURCE = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

/** The page; `isSent` when a form was sent, which no link sends again. */
export function turnedAwayPage(locale: Locale, isSent: boolean): string {
  const { errors, shell } = textsFor(locale);
  const { title, text, again, goBack } = errors.crowded;
  const way = isSent ? `<strong>${goBack}</strong>` : `<a class="again" href="">${again}</a>`;
  const call = shell.callUs(shownPhoneNumber(SUPPORT_PHONE));
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<meta name="robots" content="noindex"><title>${title}${shell.titleSuffix}</title>` +
    `<style>${STYLE}</style></head><body><main><strong>${shell.productName}</strong>` +
    `<h1>${title}</h1><p>${text}</p><p>${way}</p>` +
    `<p><a href="tel:${SUPPORT_PHONE}">${call}</a></p></main></body></html>`;
}
