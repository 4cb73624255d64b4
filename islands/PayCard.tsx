// The fields of a card, which are the provider's and stand in its own frame; our page never sees what is typed there. The form
// around them is sent when another way to pay is chosen, or when there is no script.
import { useEffect, useRef, useState } from "preact/hooks";
import {
  type CardFields,
  type CardFieldsWanted,
  openCardFields,
} from "../lib/ui/customer/pay/card-fields.ts";

/** Properties of PayCard. */
export interface PayCardProps extends CardFieldsWanted {
  /** Where a bank leads back to: an address that opens nothing. */
  returnPath: string;
  loading: string;
  declined: string;
  failed: string;
}

export default function PayCard(props: PayCardProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isReady, setIsReady] = useState(false);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form || place.current === null) return;
    let fields: CardFields | null = null;
    let isSent = false;
    void openCardFields(props, place.current, () => setIsReady(true)).then(
      (opened) => fields = opened,
      () => setProblem("failed"),
    );
    const send = async (card: CardFields) => {
      const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
      button?.setAttribute("aria-busy", "true");
      setProblem("");
      const refused = await card.pay(location.origin + props.returnPath);
      // It is written down where the page is asked for again; then the ticket follows.
      if (refused === null) return location.replace(location.pathname);
      setProblem(refused);
      button?.removeAttribute("aria-busy");
      isSent = false;
    };
    const onSubmit = (event: SubmitEvent) => {
      if (new FormData(form).get("method") !== "card" || fields === null) return;
      event.preventDefault();
      if (isSent) return;
      isSent = true;
      void send(fields);
    };
    form.addEventListener("submit", onSubmit);
    return () => form.removeEventListener("submit", onSubmit);
  }, []);

  return (
    <>
      <div ref={place} class="pay-frame" aria-busy={!isReady}>
        <p class="small muted">{props.loading}</p>
      </div>
      <p role="alert" class="field-error" hidden={problem === ""}>
        {problem === "declined" ? props.declined : problem === "failed" ? props.failed : problem}
      </p>
    </>
  );
}
