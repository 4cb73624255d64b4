// The newest messages as they would arrive, for a machine that sends none.
import { isUlid } from "../kernel/ulid.ts";
import type { MessageStore } from "./message-store.ts";
import { type HidingDeps, type ReadableMessage, readableMessage } from "./readable-message.ts";
import type { RenderDeps } from "./render-message.ts";

/** Most on a page: each is opened and rendered. */
const MAX_SHOWN = 30;

/** Them, the newest first; where to go on, "" at the end. */
export async function loadOutbox(
  deps: RenderDeps & HidingDeps & { messages: MessageStore },
  before: string,
): Promise<{ messages: ReadableMessage[]; next: string }> {
  const from = isUlid(before) ? before : "";
  const { messages, next } = await deps.messages.newest(MAX_SHOWN, from);
  const shown = messages.filter(({ outcome }) => outcome === "sent" || outcome === "waiting");
  return { messages: await Promise.all(shown.map((one) => readableMessage(deps, one))), next };
}
