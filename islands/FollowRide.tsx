// Tells a telephone when the car is on its way, where the browser can and once somebody has pressed; asks for nothing
// before that. Its place is kept until the browser has said that it can, and given up when it cannot.
import { useEffect, useState } from "preact/hooks";
import {
  canFollow,
  follow,
  isFollowing,
  unfollow,
} from "../lib/ui/customer/booking/follow-ride.ts";

/** Properties of FollowRide. */
export interface FollowRideProps {
  /** Where the browser's subscription is sent. */
  address: string;
  /** Which ticket: a browser follows each of them on its own. */
  ticket: string;
  publicKey: string;
  label: string;
  text: string;
  on: string;
  onText: string;
  failed: string;
  /** Address of the icon sprite. */
  icons: string;
}

export default function FollowRide(props: FollowRideProps) {
  const [isAble, setIsAble] = useState<boolean | null>(null);
  const [isOn, setIsOn] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    setIsAble(canFollow());
    setIsOn(isFollowing(props.ticket));
  }, []);

  async function press() {
    setHasFailed(false);
    try {
      await (isOn ? unfollow(props) : follow(props));
      setIsOn(!isOn);
    } catch {
      // Somebody said no, or the network did: the button stays as it was and says so.
      setHasFailed(true);
      setIsAble(canFollow());
    }
  }

  return (
    <button
      type="button"
      class="doing-row live-only"
      hidden={isAble === false}
      disabled={isAble !== true}
      aria-pressed={isOn}
      onClick={() => void press()}
    >
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${props.icons}#${isOn ? "check" : "bell"}`} />
      </svg>
      <span>
        <span class="doing-title">{isOn ? props.on : props.label}</span>
        <span class="doing-text" role="status">
          {hasFailed ? props.failed : isOn ? props.onText : props.text}
        </span>
      </span>
    </button>
  );
}
