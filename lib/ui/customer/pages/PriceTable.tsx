// A table of prices that scrolls by itself on a narrow screen.

/** Properties of PriceTable. */
export interface PriceTableProps {
  title: string;
  text?: string;
  columns: readonly string[];
  /** One text per column; the first names the row. */
  rows: readonly (readonly string[])[];
  /** The first column of amounts, which stand under each other to the krona; the second unless said. */
  amountsFrom?: number;
}

/** A titled table; on a phone each row becomes a small list. */
export function PriceTable({ title, text, columns, rows, amountsFrom = 1 }: PriceTableProps) {
  const kind = (column: number) => column >= amountsFrom ? "amount" : undefined;
  return (
    <section>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      <table class="price-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={kind(index)}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td data-label={columns[index + 1]} class={kind(index + 1)}>
                  <span>{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
