import { entered, holds, shows } from "./cellText";
import { cellPlace, excel } from "./excelRun";
import { HostTrouble, type Corrected, type Correction, type Trouble } from "./HostPort";
import { troubleOf } from "./trouble";

/** A correction with its cell; null when its sheet is gone. */
interface Wanted {
  readonly correction: Correction;
  readonly isProtected: boolean;
  readonly range: Excel.Range | null;
}

/** Looks first, then writes all at once: only cells that still hold what was checked and that the user could change as well. */
export function correctCells(corrections: readonly Correction[]): Promise<Corrected> {
  return excel(async context => {
    const wanted = await find(context, corrections);
    const left: { correction: Correction; trouble: Trouble }[] = [];
    const written = new Map<Excel.Range, Correction>();
    for (const { correction, range, isProtected } of wanted) {
      const trouble = range === null ? "gone" : obstacle(range, isProtected, correction);
      if (range === null || trouble) {
        left.push({ correction, trouble: trouble ?? "gone" });
        continue;
      }
      write(range, correction, isProtected);
      written.set(range, correction);
    }
    const refused = await tried(context);
    if (!refused) return { done: [...written.values()], left };
    // Some of them may have been written before Excel refused one: the cells themselves know.
    for (const range of written.keys()) range.load("values,text");
    await context.sync();
    const isDone = ([range, correction]: [Excel.Range, Correction]) => range.values[0]![0] === correction.number?.value || holds(held(range), correction.to);
    const [done, not] = [[...written].filter(isDone), [...written].filter(entry => !isDone(entry))];
    return { done: done.map(([, correction]) => correction), left: [...left, ...not.map(([, correction]) => ({ correction, trouble: refused.trouble }))] };
  });
}

/**
 * The format before the value: into a cell formatted as text Excel puts even a number as text. On a protected sheet nobody may change the look of a cell, also of one that is open to
 * be filled: a number that its format does not show is text there, as the user would have to type it.
 */
function write(range: Excel.Range, { to, number, font }: Correction, isProtected: boolean): void {
  const own = String(range.numberFormat[0]![0]);
  const isShown = number !== undefined && shows(own, number);
  if (font && !isProtected) range.format.font.name = font;
  if (!number || (isProtected && !isShown)) {
    range.values = [[entered(to, own)]];
    return;
  }
  if (!isShown) range.numberFormat = [[number.format]];
  range.values = [[number.value]];
}

async function find(context: Excel.RequestContext, corrections: readonly Correction[]): Promise<Wanted[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name,items/protection/protected");
  await context.sync();
  const wanted = corrections.map(correction => {
    const place = cellPlace(correction.location);
    const sheet = place && sheets.items.find(item => item.name === place.sheet);
    const range = place && sheet ? sheet.getRange(place.cell) : null;
    range?.load("values,text,numberFormat,format/protection/locked");
    return { correction, range, isProtected: sheet?.protection.protected ?? false };
  });
  await context.sync();
  return wanted;
}

function obstacle(range: Excel.Range, isProtected: boolean, correction: Correction): Trouble | null {
  if (isProtected && range.format.protection.locked !== false) return "protectedSheet";
  return holds(held(range), correction.from) ? null : "changed";
}

function held(range: Excel.Range) {
  return { value: range.values[0]![0] as unknown, shown: range.text[0]![0]! };
}

/** Null when Excel did all. */
async function tried(context: Excel.RequestContext): Promise<HostTrouble | null> {
  try {
    await context.sync();
    return null;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble instanceof HostTrouble && trouble.trouble !== "editingCell") return trouble;
    throw trouble;
  }
}
