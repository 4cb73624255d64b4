// Asks the server what to ask the device.
import { FORM_TOKEN_HEADER } from "../../../accounts/form-token-names.ts";

/** What is asked for, and by whom. */
export interface PasskeyQuestion {
  purpose: string;
  options: string;
  formToken: string;
}

/** The question for the device, as `navigator.credentials` takes it. Throws when there is no answer. */
export async function askedPasskey(
  { purpose, options, formToken }: PasskeyQuestion,
  ask: typeof fetch = fetch,
) {
  const response = await ask(options, {
    method: "POST",
    body: new URLSearchParams({ purpose }),
    headers: formToken === "" ? {} : { [FORM_TOKEN_HEADER]: formToken },
  });
  if (!response.ok) throw new Error(`No passkey options: ${response.status}`);
  return await response.json();
}
