// The components of the measured page; the raw server renders the same ones.
import type { PageProps } from "fresh";
import Counter from "./islands/Counter.tsx";

const TRIPS = Array.from({ length: 8 }, (_, i) => ({
  id: `B-${1000 + i}`,
  from: "Göteborg C",
  to: "Landvetter & flygplats",
  fare: 495 + i,
}));

/** The document around every page. */
export function App({ Component }: PageProps) {
  return (
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <title>Avanti</title>
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
}

/** The page. */
export function Home({ data }: PageProps<{ heading: string }>) {
  return <Board heading={data.heading} />;
}

/** 54 elements with one island among them. */
function Board({ heading }: { heading: string }) {
  return (
    <main class="board">
      <header>
        <h1>{heading}</h1>
        <nav>
          <a href="/about">About</a>
          <a href="/help">Help</a>
        </nav>
      </header>
      <table>
        <tbody>
          {TRIPS.map((trip) => (
            <tr key={trip.id}>
              <td class="id">{trip.id}</td>
              <td>{trip.from}</td>
              <td>{trip.to}</td>
              <td class="fare">{trip.fare} kr</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Counter start={3} />
    </main>
  );
}
