// The provider's script and its card fields, in the small part of Stripe.js that is used: docs.stripe.com/js. Loaded on this page
// alone, from the provider, always the newest: that is what it asks for.

/** What opening them needs. */
export interface CardFieldsWanted {
  kind: "payment" | "setup";
  clientSecret: string;
  publishableKey: string;
  scriptUrl: string;
  locale: string;
}

/** Fields that are open. */
export interface CardFields {
  /** Pays with what is typed; null when that went well, else `declined`, `failed` or what the provider says of a field. */
  pay(returnUrl: string): Promise<string | null>;
}

interface StripeElements {
  create(type: "payment"): {
    mount(place: HTMLElement): void;
    on(event: "ready", heard: () => void): void;
  };
}

interface StripeAnswer {
  error?: { type: string; code?: string; message?: string };
}

interface ConfirmOptions {
  elements: StripeElements;
  confirmParams: { return_url: string };
  redirect: "if_required";
}

interface StripeScript {
  elements(options: { clientSecret: string; locale: string }): StripeElements;
  confirmPayment(options: ConfirmOptions): Promise<StripeAnswer>;
  confirmSetup(options: ConfirmOptions): Promise<StripeAnswer>;
}

declare global {
  var Stripe: ((key: string, options: { locale: string }) => StripeScript) | undefined;
}

/** Opens them in `place`. Rejects when the script does not come. */
export async function openCardFields(
  { kind, clientSecret, publishableKey, scriptUrl, locale }: CardFieldsWanted,
  place: HTMLElement,
  onReady: () => void,
): Promise<CardFields> {
  await loadScript(scriptUrl);
  const stripe = globalThis.Stripe?.(publishableKey, { locale });
  if (stripe === undefined) throw new TypeError("The provider's script is another one");
  const elements = stripe.elements({ clientSecret, locale });
  const element = elements.create("payment");
  element.on("ready", onReady);
  element.mount(place);
  return {
    async pay(returnUrl) {
      const options = {
        ...{ elements, confirmParams: { return_url: returnUrl } },
        redirect: "if_required" as const,
      };
      const { error } = kind === "payment"
        ? await stripe.confirmPayment(options)
        : await stripe.confirmSetup(options);
      return error === undefined ? null : wordOf(error);
    },
  };
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new TypeError("The script did not come")));
    document.head.append(script);
  });
}

/** A bank's no is said in our words; of a field that is not right the provider says what is wrong in the reader's language. */
function wordOf({ type, message }: NonNullable<StripeAnswer["error"]>): string {
  if (type === "card_error") return "declined";
  return type === "validation_error" && message !== undefined ? message : "failed";
}
