// Shares the address of the page, which is the ticket: by the phone's own sheet, else it is copied. Its place is
// kept until the browser has said that it can do either, and given up when it cannot.
import { useEffect, useState } from "preact/hooks";

/** Properties of ShareTicket. */
export interface ShareTicketProps {
  label: string;
  text: string;
  done: string;
  /** Address of the icon sprite. */
  icons: string;
}

export default function ShareTicket({ label, text, done, icons }: ShareTicketProps) {
  const [isAble, setIsAble] = useState<boolean | null>(null);
  const [isDone, setIsDone] = useState(false);

  useEffect(() => setIsAble(canShare() || "clipboard" in navigator), []);

  async function share() {
    const url = location.origin + location.pathname;
    if (canShare()) {
      // Whoever closes the sheet has changed their mind; nothing is to be said about it.
      return await navigator.share({ title: document.title, url }).catch(() => {});
    }
    try {
      await navigator.clipboard.writeText(url);
      setIsDone(true);
    } catch {
      // Browsers may refuse it; then this is a button for nothing.
      setIsAble(false);
    }
  }

  return (
    <button
      type="button"
      class="doing-row live-only"
      hidden={isAble === false}
      disabled={isAble !== true}
      onClick={() => void share()}
    >
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${icons}#${isDone ? "check" : "share-2"}`} />
      </svg>
      <span>
        <span class="doing-title" role="status">{isDone ? done : label}</span>
        <span class="doing-text">{text}</span>
      </span>
    </button>
  );
}

function canShare(): boolean {
  return "share" in navigator;
}
