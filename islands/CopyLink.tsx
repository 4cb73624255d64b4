// Copies the address of the page, which is the ticket; shown only where the browser can do it.
import { useEffect, useState } from "preact/hooks";

/** Properties of CopyLink. */
export interface CopyLinkProps {
  label: string;
  done: string;
  /** Address of the icon sprite. */
  icons: string;
}

export default function CopyLink({ label, done, icons }: CopyLinkProps) {
  const [isLive, setIsLive] = useState(false);
  const [isDone, setIsDone] = useState(false);

  useEffect(() => setIsLive("clipboard" in navigator), []);

  async function copy() {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    setIsDone(true);
  }

  return (
    <button type="button" class="button live-only" disabled={!isLive} onClick={copy}>
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${icons}#${isDone ? "check" : "copy"}`} />
      </svg>
      <span role="status">{isDone ? done : label}</span>
    </button>
  );
}
