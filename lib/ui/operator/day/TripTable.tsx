// The table's frame: its head, whose columns sort, around the rows of a day or a search.
import type { ComponentChildren } from "preact";
import type { Look } from "../frame/look.ts";
import { type BoardView, type Column, sortedBy } from "../view/board-view.ts";
import { type ListAt, viewHref } from "../view/list-address.ts";

/** What the frame is drawn from. */
export interface TripTableProps {
  look: Look;
  caption: string;
  list: ListAt;
  /** Rows with the head, also those that are not drawn. */
  rowCount: number;
  /** Search results stand as they were found. */
  isSortable: boolean;
  children: ComponentChildren;
}

/** The frame. Roles are said, because browsers forget them where a table is laid out in lines. */
export function TripTable(props: TripTableProps) {
  const { look, caption, list } = props;
  return (
    <table class="trips" role="table" aria-rowcount={props.rowCount}>
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" class="trips-head">
          {list.view.columns.map((column) => (
            <th
              key={column}
              scope="col"
              role="columnheader"
              class={`trip-${column}`}
              aria-sort={props.isSortable ? sortOf(list.view, column) : undefined}
            >
              {props.isSortable
                ? <SortLink look={look} list={list} column={column} />
                : look.texts.view.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{props.children}</tbody>
    </table>
  );
}

function SortLink({ look, list, column }: { look: Look; list: ListAt; column: Column }) {
  const order = sortOf(list.view, column);
  return (
    <a class="sort" href={viewHref(list, sortedBy(list.view, column))} data-view data-order={order}>
      {look.texts.view.columns[column]}
    </a>
  );
}

function sortOf(view: BoardView, column: Column): "ascending" | "descending" | undefined {
  if (view.sort !== column) return undefined;
  return view.isDescending ? "descending" : "ascending";
}
