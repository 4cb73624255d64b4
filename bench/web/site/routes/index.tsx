import { page, type PageProps } from "fresh";
import { Board } from "../shell.tsx";

export const handler = { GET: () => page({ heading: "Trips of today" }) };

export default function Home({ data }: PageProps<{ heading: string }>) {
  return <Board heading={data.heading} />;
}
