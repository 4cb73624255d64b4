import Trivial from "../islands/Trivial.tsx";

export default function TrivialPage() {
  return <Trivial start={1} />;
}
