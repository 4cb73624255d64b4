import { Head } from "fresh/runtime";
import { asset } from "fresh/runtime";
import { define } from "../../lib/http/define.ts";

/** Operators' pages draw their own frame; the customers' header and footer stay out. */
export const config = { skipInheritedLayouts: true };

export default define.layout(({ Component }) => (
  <>
    <OperatorHead />
    <Component />
  </>
));

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
