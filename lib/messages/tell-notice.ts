// What a notice of somebody's account becomes: a message to each address and number it names.
import { type AccountNotice, openNotice } from "../accounts/account-notice.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import type { MessageDraft } from "./message-draft.ts";
import { messageId } from "./message-id.ts";
import { dueAtMs, TOPIC_RULES } from "./message-rules.ts";
import { sealMessage } from "./message-store.ts";
import type { OutboxMessage } from "./message.ts";
import type { TellDeps } from "./tell-of-booking.ts";

/** Adds the messages to the draft. A notice that was sealed by another secret says nothing to anybody. */
export async function tellNotice(
  deps: TellDeps,
  draft: MessageDraft,
  entry: AccountNotice,
): Promise<void> {
  const notice = await openNotice(deps, entry).catch(() => null);
  if (notice === null) return;
  const { mail, phone } = notice.to;
  const { channels } = TOPIC_RULES[entry.kind];
  const reaches = [{ channel: "mail", to: mail }, { channel: "sms", to: phone }] as const;
  const { id: about, kind: topic, locale, at, until: deadline } = entry;
  for (const { channel, to } of reaches) {
    const isSet = deps.channels.some(({ name }) => name === channel);
    if (to === "" || !isSet || !channels.includes(channel)) continue;
    const mark = await reachMark(deps.reachKey, channel === "sms" ? "phone" : "email", to);
    const id = messageId({ at, about, version: 0, topic, channel, mark });
    const atMs = Date.parse(at);
    const far = { pickupMs: Infinity, isOwn: false };
    const dueMs = dueAtMs({ topic, channel, firstMs: atMs, leavesMs: atMs, ...far });
    const message: OutboxMessage = {
      ...{ id, bookingId: null, topic, channel, locale, at, deadline, version: 0, acts: [], mark },
      dueAt: new Date(dueMs).toISOString(),
      sealed: await sealMessage(deps, id, { to, content: { kind: "notice", notice } }),
      ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
    };
    draft.setMessage(message);
    draft.send([message]);
  }
}
