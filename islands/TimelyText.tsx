// A sentence that becomes another one at a moment of the server's clock, on a page that was left open.
import { useEffect, useState } from "preact/hooks";
import { callAfter } from "../lib/ui/customer/elapsed.ts";

/** Properties of TimelyText. */
export interface TimelyTextProps {
  before: string;
  after: string;
  /** How long after the page was made the second one holds, in ms. */
  afterMs: number;
}

export default function TimelyText({ before, after, afterMs }: TimelyTextProps) {
  const [isAfter, setIsAfter] = useState(false);

  useEffect(() => callAfter(afterMs, () => setIsAfter(true)), []);

  return <>{isAfter ? after : before}</>;
}
