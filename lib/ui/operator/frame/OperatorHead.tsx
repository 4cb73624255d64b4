// What the head of every operators' page has, error pages and the way in included.
import { asset, Head } from "fresh/runtime";

/**
 * What the head of every operators' page has, error pages included. Without a key of its own the style sheet
 * takes the place of the customers' one on the original Fresh, where links are told by their `rel`.
 */
export function OperatorHead() {
  return (
    <Head>
      <meta name="robots" content="noindex, nofollow" />
      <link key="board" rel="stylesheet" href={asset("/board.css")} />
    </Head>
  );
}
