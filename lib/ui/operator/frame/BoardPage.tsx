// The day board as a page: what the server read, drawn at once and then kept alive by its island.
import DayBoard from "../../../../islands/DayBoard.tsx";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { BoardPageData } from "../../../board/board-page-data.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { ThresholdDue } from "../../../pricing/threshold-due.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { readBoardView } from "../view/board-view.ts";
import { OperatorPage } from "./OperatorPage.tsx";

/** Properties of BoardPage. */
export interface BoardPageProps {
  data: BoardPageData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The board in its frame. */
export function BoardPage({ data, state, url }: BoardPageProps) {
  const { board, deadJobs, lawDue, tomorrow, booked } = data;
  return (
    <OperatorPage
      page="day"
      locale={state.locale}
      operator={state.operator}
      nowMs={board.day.nowMs}
      url={url}
      date={board.day.date}
      formToken={board.formToken}
      deadJobs={deadJobs}
    >
      {lawDue === null ? null : <p class="law-due">{lawWords(state.locale, lawDue)}</p>}
      <DayBoard
        locale={state.locale}
        {...board}
        view={readBoardView(url.searchParams)}
        jobs={deadJobs}
        tomorrow={tomorrow}
        booked={booked}
        act={data.act}
        operatorName={state.operator?.operatorName ?? ""}
      />
    </OperatorPage>
  );
}

function lawWords(locale: Locale, { year, problem }: ThresholdDue): string {
  const { law } = textsFor(locale);
  return problem === "missing" ? law.thresholdMissing(year) : law.thresholdExpected(year);
}
