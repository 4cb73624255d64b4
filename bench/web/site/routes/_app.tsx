import type { PageProps } from "fresh";
import { Shell } from "../shell.tsx";

export default function App({ Component }: PageProps) {
  return (
    <Shell>
      <Component />
    </Shell>
  );
}
