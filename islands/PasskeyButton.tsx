// Asks the device for a passkey and sends what it answers with a form. Without JavaScript, or where the browser knows no
// passkeys, it is not there: every other way in is.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "preact/hooks";
import { FORM_TOKEN_FIELD } from "../lib/accounts/form-token-names.ts";
import { askedPasskey } from "../lib/ui/customer/account/ask-passkey.ts";

/** Properties of PasskeyButton. */
export interface PasskeyButtonProps {
  purpose: "sign-in" | "add" | "confirm";
  /** Where the answer goes. */
  action: string;
  /** Where the question comes from. */
  options: string;
  /** Token of the session, "" for who is not signed in. */
  formToken: string;
  /** Where the person wanted to go; "" for nowhere in particular. */
  next: string;
  label: string;
  busyLabel: string;
  failed: string;
  /** Label of the field in which a new passkey is named. */
  nameLabel?: string;
}

export default function PasskeyButton(props: PasskeyButtonProps) {
  const form = useRef<HTMLFormElement>(null);
  const credential = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"none" | "ready" | "busy" | "failed">("none");
  useEffect(() => {
    if (browserSupportsWebAuthn()) setState("ready");
  }, []);

  async function ask() {
    setState("busy");
    try {
      const optionsJSON = await askedPasskey(props);
      const answer = props.purpose === "add"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
      if (credential.current) credential.current.value = JSON.stringify(answer);
      form.current?.submit();
    } catch {
      // Closed by the person, or nothing that fits: the browser does not tell which.
      setState("failed");
    }
  }

  return (
    <form
      ref={form}
      id="passkey"
      class="field-stack"
      method="post"
      action={props.action}
      hidden={state === "none"}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={props.formToken} />
      <input type="hidden" name="next" value={props.next} />
      <input type="hidden" name="credential" ref={credential} />
      {props.nameLabel === undefined ? null : (
        <div class="field">
          <div class="field-box">
            <label for="passkeyName">{props.nameLabel}</label>
            <input id="passkeyName" name="passkeyName" dir="auto" maxLength={60} />
          </div>
        </div>
      )}
      <div class="button-row">
        <button type="submit" class="button" aria-busy={state === "busy"}>
          {state === "busy" ? props.busyLabel : props.label}
        </button>
      </div>
      <p role="status">{state === "failed" ? props.failed : ""}</p>
    </form>
  );
}
