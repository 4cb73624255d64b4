// The button that takes away what this browser keeps of trips; without script it keeps none of it.
import { useEffect, useState } from "preact/hooks";
import { forgetKept } from "../lib/ui/customer/kept/forget-kept.ts";

/** Properties of ForgetKept. */
export interface ForgetKeptProps {
  label: string;
  done: string;
  failed: string;
}

export default function ForgetKept({ label, done, failed }: ForgetKeptProps) {
  const [canAct, setCanAct] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => setCanAct(true), []);
  const press = async () => {
    setSaid("");
    setSaid(await forgetKept() ? done : failed);
  };
  return (
    <div class="forget-kept" hidden={!canAct}>
      <button type="button" class="button" onClick={() => void press()}>{label}</button>
      <p role="status">{said}</p>
    </div>
  );
}
