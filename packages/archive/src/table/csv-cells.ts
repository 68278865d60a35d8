/** What a spreadsheet would take for a formula, a command or another cell's business. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;

/**
 * A row of cells. Line breaks become spaces, so that a row is a line; a cell that a spreadsheet would compute gets an
 * apostrophe before it, by which spreadsheets know words (OWASP, "CSV Injection"). A negative number stays a number.
 */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(value: string): string {
  if (value === '') return value;
  const line = /[\r\n\u2028\u2029]/.test(value) ? value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ') : value;
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return /[",;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
