// Whether the page answers: what only a script can do is drawn only then.
import { useEffect, useState } from "preact/hooks";

/** False on the server and in the first drawing of a page; true at once for what is drawn later. */
export function useLive(): boolean {
  const [isLive, setIsLive] = useState(() =>
    performance.getEntriesByName("islands-live").length > 0
  );
  useEffect(() => setIsLive(true), []);
  return isLive;
}
