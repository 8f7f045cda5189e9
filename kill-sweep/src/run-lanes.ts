/** Runs `action` on every row, so many at a time, and answers in the order of the rows. */
export async function runLanes<Row, Result>(
  rows: readonly Row[],
  lanes: number,
  action: (row: Row) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = rows.entries();
  const lane = async (): Promise<void> => {
    for (const [index, row] of waiting) results[index] = await action(row);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
