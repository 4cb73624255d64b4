// Says on every operators' page what is down now; live where the page has a stream.
import { useEffect, useState } from "preact/hooks";
import { DownParts, type DownPartsProps } from "../lib/ui/operator/frame/DownParts.tsx";
import { onDown } from "../lib/ui/operator/live/down-now.ts";

/** What the server knew when it drew the page. */
export type DownBannerProps = DownPartsProps;

export default function DownBanner({ down, ...words }: DownBannerProps) {
  const [now, setNow] = useState(down);
  useEffect(() => onDown(setNow), []);
  return <DownParts down={now} {...words} />;
}
