import { answerProblems } from "../../lib/http/middleware/answer-errors.ts";
import { define } from "../../lib/http/define.ts";

/** Everything under /api answers programs: errors are problem documents. */
export default define.middleware(answerProblems());
