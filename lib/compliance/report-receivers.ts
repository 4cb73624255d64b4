// Who is mailed what is reported: whom the settings name, else the data protection officers.
import type { Person } from "../accounts/person.ts";
import { MAX_RECIPIENTS } from "../mail/mail.ts";

/** What it is read from. */
export interface ReceiverDeps {
  config: { reportMail: readonly string[] };
  people: { staff(): Promise<readonly Person[]> };
}

/** Their addresses; none where nobody is named and nobody is an officer. */
export async function reportReceivers(
  { config, people }: ReceiverDeps,
): Promise<readonly string[]> {
  if (config.reportMail.length > 0) return config.reportMail;
  const officers = (await people.staff()).filter(({ grants, standing, email }) =>
    email !== "" && standing.kind === "active" &&
    grants.some(({ role }) => role === "data-protection-officer")
  );
  return officers.map(({ email }) => email).slice(0, MAX_RECIPIENTS);
}
