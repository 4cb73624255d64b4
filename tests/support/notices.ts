// What people are told of their accounts, as the feed has it: opened, oldest first.
import {
  type AccountNotice,
  accountNotice,
  type NoticeContent,
  openNotice,
} from "../../lib/accounts/account-notice.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";

/** Most commits that are looked at. */
const MAX_COMMITS = 1_000;

/** A notice and what it says. */
export type OpenedNotice = AccountNotice & { content: NoticeContent };

/** All notices that are kept. */
export async function noticesOf(
  services: Pick<Services, "feed" | "sealKey">,
): Promise<OpenedNotice[]> {
  const { commits } = await services.feed.since("", MAX_COMMITS);
  const notices = commits.flatMap((commit) => bodiesOf(accountNotice, commit));
  return await Promise.all(
    notices.map(async (notice) => ({ ...notice, content: await openNotice(services, notice) })),
  );
}

/** Gives those that came since it was asked last. */
export function newNotices(
  services: Pick<Services, "feed" | "sealKey">,
): () => Promise<OpenedNotice[]> {
  let seen = 0;
  return async () => {
    const all = await noticesOf(services);
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
}

/** The newest code that was sent. */
export async function lastCode(services: Pick<Services, "feed" | "sealKey">): Promise<string> {
  const codes = (await noticesOf(services)).flatMap(({ content }) =>
    "code" in content ? [content.code] : []
  );
  return codes.at(-1) ?? "";
}
