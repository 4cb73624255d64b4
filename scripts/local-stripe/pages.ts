// The pages of the local Stripe: the fields of a card in a frame of its own, its own page to pay on, a bank's page and
// Swish's. Plain forms; what is typed here never reaches the product.

import { type Locale, parseLocale } from "../../lib/kernel/locale.ts";

/** Of whoever asks in a language there is none in. */
const FALLBACK: Locale = "en";

/** A page in two languages, for they are shown to customers. */
const WORDS = {
  sv: {
    ...{ card: "Kortnummer", date: "MM/ÅÅ", code: "CVC", pay: "Betala", save: "Spara kortet" },
    ...{ back: "Tillbaka", bank: "Bekräfta hos din bank", yes: "Godkänn", no: "Avbryt" },
    ...{ swish: "Betala med Swish", local: "Lokal Stripe: inga riktiga kort" },
  },
  en: {
    ...{ card: "Card number", date: "MM/YY", code: "CVC", pay: "Pay", save: "Save card" },
    ...{ back: "Back", bank: "Confirm with your bank", yes: "Approve", no: "Cancel" },
    ...{ swish: "Pay with Swish", local: "Local Stripe: no real cards" },
  },
} as const;

const STYLE = `body{font:16px system-ui,sans-serif;margin:0;padding:16px;color:CanvasText;
background:Canvas;color-scheme:light dark}label{display:block;margin:0 0 12px}input{display:block;
width:100%;box-sizing:border-box;font:inherit;padding:10px;border:1px solid #767676;border-radius:6px}
button{font:inherit;padding:12px 20px;margin:0 8px 8px 0}main{max-width:30rem;margin:auto}`;

/** The frame that takes a card: it makes a method of it here and hands its name over. */
export function cardFrame(locale: string): string {
  const script = `
const field = (name) => document.querySelector("[name=" + name + "]").value;
addEventListener("message", async ({ data, source, origin }) => {
  if (data?.type !== "make-method") return;
  const body = new URLSearchParams({
    type: "card", "card[number]": field("number"), "card[exp]": field("exp"), "card[cvc]": field("cvc"),
  });
  const headers = { authorization: "Bearer " + data.key };
  const response = await fetch("/v1/payment_methods", { method: "POST", headers, body });
  source.postMessage({ type: "method", nonce: data.nonce, answer: await response.json() }, origin);
});
new ResizeObserver(() => parent.postMessage({ type: "height",
  height: document.documentElement.scrollHeight }, "*")).observe(document.body);`;
  return page(locale, wordsOf(locale).card, fields(locale), script);
}

/** The page people without script pay on. */
export function payPage(
  { id, locale, mode, amount, cancelUrl, isSwish, error }: {
    id: string;
    locale: string;
    mode: "payment" | "setup";
    amount: number;
    cancelUrl: string;
    isSwish: boolean;
    error: string | null;
  },
): string {
  const words = wordsOf(locale);
  const sum = (amount / 100).toFixed(2);
  const title = mode === "setup" ? words.save : `${words.pay} ${sum} kr`;
  return page(
    locale,
    title,
    `<main><h1>${title}</h1>${error === null ? "" : `<p role="alert">${escaped(error)}</p>`}
<form method="post" action="/c/pay/${id}">${isSwish ? "" : fields(locale)}
<button>${isSwish ? words.swish : title}</button></form>
<p><a href="${escaped(cancelUrl)}">${words.back}</a></p></main>`,
  );
}

/** The page of a bank or of Swish: yes or no. */
export function actionPage(path: string, locale: string, returnUrl: string): string {
  const words = wordsOf(locale);
  const title = path.startsWith("/swish/") ? words.swish : words.bank;
  const hidden = `<input type="hidden" name="return_url" value="${escaped(returnUrl)}">`;
  return page(
    locale,
    title,
    `<main><h1>${title}</h1><form method="post" action="${path}">${hidden}
<button name="answer" value="yes">${words.yes}</button>
<button name="answer" value="no">${words.no}</button></form></main>`,
  );
}

function fields(locale: string): string {
  const { card, date, code } = wordsOf(locale);
  return `<label>${card}<input name="number" inputmode="numeric" autocomplete="cc-number"></label>
<label>${date}<input name="exp" autocomplete="cc-exp"></label>
<label>${code}<input name="cvc" inputmode="numeric" autocomplete="cc-csc"></label>`;
}

function page(locale: string, title: string, body: string, script = ""): string {
  return `<!doctype html><html lang="${
    parseLocale(locale) ?? FALLBACK
  }"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>
</head><body>${body}<p><small>${wordsOf(locale).local}</small></p>${
    script === "" ? "" : `<script>${script}</script>`
  }</body></html>`;
}

function wordsOf(locale: string) {
  return WORDS[parseLocale(locale) ?? FALLBACK];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
