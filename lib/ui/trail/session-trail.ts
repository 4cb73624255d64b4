// Remembers the last minute of a page in its memory, and sends it when something in the page fails. Nothing is stored on
// the device, and nothing is sent otherwise: decision 007. Bundled into static/session-trail.js.
import { FAULTS_PATH } from "../../kernel/paths.ts";
import { faultOf } from "./page-fault.ts";
import { lastMinute, remember, vitals } from "./steps.ts";

/** Most failures one page sends: what fails again and again says the same. */
const MAX_REPORTS = 3;

const sent = new Set<string>();
/** What was caught before this script came. */
const early: Event[] | undefined = Reflect.get(globalThis, "early");

remember();
early?.forEach(onFault);
// The catcher in the head of the page listens; from now on it hands over what it hears.
Reflect.set(globalThis, "early", { push: onFault });

function onFault(event: Event): void {
  const fault = faultOf(event);
  if (!fault) return;
  const { type, positions } = fault;
  // An island's failure is told twice: by the framework, and as the promise nobody caught.
  const key = type + positions[0];
  if (sent.has(key) || sent.size >= MAX_REPORTS) return;
  sent.add(key);
  const body = JSON.stringify({ ...fault, vitals, steps: lastMinute() });
  void send(body, Reflect.get(event, "detail")?.end, true);
}

/** Sends a report; without coverage once more when the network is back. Then says it where the island stands. */
async function send(body: string, end: Comment | undefined, mayWait: boolean): Promise<void> {
  try {
    const answer = await fetch(FAULTS_PATH, {
      method: "POST",
      // Goes on when the page is left.
      keepalive: true,
      headers: { "content-type": "application/json" },
      body,
    });
    const { text } = await answer.json();
    const said = { className: "notice warn", role: "alert", textContent: text };
    if (text) end?.after(Object.assign(document.createElement("p"), said));
  } catch {
    if (mayWait) addEventListener("online", () => void send(body, end, false), { once: true });
  }
}
