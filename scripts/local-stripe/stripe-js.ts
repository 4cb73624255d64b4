// The small part of Stripe.js the product uses, as a script of the local Stripe's own origin: docs.stripe.com/js.

/** The script, as text; it runs in pages of the product and knows nothing of them. */
export const STRIPE_JS = `
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const refused = (error) => ({ error: error ?? { type: "api_error", message: "No answer" } });

  class Element {
    constructor(locale, isCard) {
      this.handlers = {};
      this.frame = document.createElement("iframe");
      this.frame.src = origin + "/v3/" + (isCard ? "card" : "swish") + ".html?locale=" + locale;
      this.frame.title = "Stripe";
      Object.assign(this.frame.style, { border: "0", width: "100%", height: "270px" });
      this.frame.addEventListener("load", () => {
        for (const handler of this.handlers.ready ?? []) handler({ elementType: "payment" });
      });
    }
    mount(where) {
      const place = typeof where === "string" ? document.querySelector(where) : where;
      place.replaceChildren(this.frame);
    }
    unmount() { this.frame.remove(); }
    destroy() { this.frame.remove(); }
    on(name, handler) { (this.handlers[name] ??= []).push(handler); return this; }
    method(key) {
      return new Promise((resolve) => {
        const nonce = crypto.randomUUID();
        const hear = ({ origin: from, data }) => {
          if (from !== origin || data?.type !== "method" || data.nonce !== nonce) return;
          removeEventListener("message", hear);
          resolve(data.answer);
        };
        addEventListener("message", hear);
        this.frame.contentWindow.postMessage({ type: "make-method", key, nonce }, origin);
      });
    }
  }

  globalThis.Stripe = (key, { locale = "en" } = {}) => {
    const ask = async (path, fields) => {
      const headers = { authorization: "Bearer " + key };
      const body = new URLSearchParams(fields);
      const response = await fetch(origin + path, { method: "POST", headers, body });
      return await response.json();
    };
    const retrieve = async (kind, secret) => {
      const url = origin + "/v1/" + kind + "/" + secret.split("_secret_")[0];
      const response = await fetch(url + "?client_secret=" + secret, {
        headers: { authorization: "Bearer " + key },
      });
      return await response.json();
    };
    const confirm = async (kind, { elements, confirmParams = {}, redirect = "always" }) => {
      const name = kind === "payment_intents" ? "paymentIntent" : "setupIntent";
      const secret = elements.secret;
      const fields = { client_secret: secret, return_url: confirmParams.return_url ?? "" };
      const opened = await retrieve(kind, secret);
      if (opened.error) return refused(opened.error);
      if (opened.payment_method_types.includes("swish")) fields["payment_method_data[type]"] = "swish";
      else {
        const method = await elements.element.method(key);
        if (method.error) return refused(method.error);
        fields.payment_method = method.id;
      }
      const done = await ask("/v1/" + kind + "/" + opened.id + "/confirm", fields);
      if (done.error) return refused(done.error);
      const action = done.next_action?.redirect_to_url;
      if (done.status === "requires_action" && action) {
        location.assign(action.url);
        return await new Promise(() => {});
      }
      if (redirect === "always") {
        const url = new URL(confirmParams.return_url);
        url.searchParams.set(kind === "payment_intents" ? "payment_intent" : "setup_intent", done.id);
        url.searchParams.set("redirect_status", "succeeded");
        location.assign(url.href);
        return await new Promise(() => {});
      }
      return { [name]: done };
    };
    return {
      elements({ clientSecret }) {
        const elements = {
          secret: clientSecret,
          element: null,
          create() { return elements.element = new Element(locale, true); },
          async submit() { return {}; },
        };
        return elements;
      },
      confirmPayment: (options) => confirm("payment_intents", options),
      confirmSetup: (options) => confirm("setup_intents", options),
      async retrievePaymentIntent(secret) {
        const paymentIntent = await retrieve("payment_intents", secret);
        return paymentIntent.error ? refused(paymentIntent.error) : { paymentIntent };
      },
      async retrieveSetupIntent(secret) {
        const setupIntent = await retrieve("setup_intents", secret);
        return setupIntent.error ? refused(setupIntent.error) : { setupIntent };
      },
    };
  };
})();
`;
