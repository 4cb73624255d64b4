// The day board as a page: what the server read, drawn at once and then kept alive by its island.
import DayBoard from "../../../../islands/DayBoard.tsx";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { BoardData } from "../../../board/board-data.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { OperatorPage } from "./OperatorPage.tsx";

/** Properties of BoardPage. */
export interface BoardPageProps {
  data: BoardData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The board in its frame. */
export function BoardPage({ data, state, url }: BoardPageProps) {
  return (
    <OperatorPage
      locale={state.locale}
      operator={state.operator}
      nowMs={data.day.nowMs}
      url={url}
      date={data.day.date}
      formToken={data.formToken}
    >
      <DayBoard locale={state.locale} {...data} />
    </OperatorPage>
  );
}
