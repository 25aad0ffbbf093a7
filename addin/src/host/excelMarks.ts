import { cellPlace, excel } from "./excelRun";
import { HostTrouble, type Mark } from "./HostPort";
import { troubleOf } from "./trouble";

/**
 * Marks are a layer of conditional formats: the cells' own look is never touched, so it is whole again when the layer goes. A rule of ours is known by its formula, which is always true
 * and names us: it is found again in a later session, on another computer, and after rows were moved or cells copied. No list has to be kept.
 */
const OURS = '"LearningCity.Docs ';

const grounds: Readonly<Record<Mark["severity"], string>> = { error: "#FFC7CE", warning: "#FFEB9C", info: "#DDEBF7" };

/** Excel takes 255 characters for the address of several ranges. */
const ADDRESS = 255;

/** Answers how many of the marks now stand; those on sheets protected by a password cannot. */
export function setMarks(marks: readonly Mark[]): Promise<number> {
  return excel(async context => {
    const { sheets, rules } = await ours(context);
    return unprotected(context, sheets, async open => {
      for (const { rule, sheet } of rules) if (open.includes(sheet)) rule.delete();
      let set = 0;
      for (const sheet of open) {
        const own = marks.filter(mark => cellPlace(mark.location)?.sheet === sheet.name);
        for (const [severity, cells] of Object.entries(worst(own))) {
          for (const address of addresses(cells)) add(sheet.getRanges(address), severity as Mark["severity"]);
        }
        set += own.length;
      }
      await context.sync();
      return set;
    });
  });
}

export function clearMarks(): Promise<void> {
  return excel(async context => {
    const { rules } = await ours(context);
    const marked = [...new Set(rules.map(({ sheet }) => sheet))];
    await unprotected(context, marked, async open => {
      if (open.length < marked.length) throw new HostTrouble("protectedSheet");
      for (const { rule } of rules) rule.delete();
      await context.sync();
    });
  });
}

export function hasMarks(): Promise<boolean> {
  return excel(async context => (await ours(context)).rules.length > 0);
}

/** The cells of each severity; a cell with several marks is one of the worst of them. */
export function worst(marks: readonly Mark[]): Partial<Record<Mark["severity"], string[]>> {
  const cells: Partial<Record<Mark["severity"], string[]>> = {};
  const seen = new Set<string>();
  for (const severity of ["error", "warning", "info"] as const) {
    for (const mark of marks.filter(mark => mark.severity === severity)) {
      const cell = cellPlace(mark.location)!.cell;
      if (seen.has(cell)) continue;
      seen.add(cell);
      (cells[severity] ??= []).push(cell);
    }
  }
  return cells;
}

/** Cells joined by commas, as few texts as the length allows. */
export function addresses(cells: readonly string[]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + cell.length <= ADDRESS) texts[texts.length - 1] = `${last},${cell}`;
    else texts.push(cell);
  }
  return texts;
}

function add(cells: Excel.RangeAreas, severity: Mark["severity"]): void {
  const rule = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  rule.custom.rule.formula = `=LEN(${OURS}${severity}")>0`;
  rule.custom.format.fill.color = grounds[severity];
}

async function ours(context: Excel.RequestContext): Promise<{ sheets: Excel.Worksheet[]; rules: { sheet: Excel.Worksheet; rule: Excel.ConditionalFormat }[] }> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name,items/protection/protected,items/protection/options");
  await context.sync();
  const layers = sheets.items.map(sheet => ({ sheet, formats: sheet.getRange().conditionalFormats }));
  for (const { formats } of layers) formats.load("items/type");
  await context.sync();
  const custom = layers.flatMap(({ sheet, formats }) => formats.items.filter(rule => rule.type === Excel.ConditionalFormatType.custom).map(rule => ({ sheet, rule })));
  for (const { rule } of custom) rule.custom.rule.load("formula");
  await context.sync();
  return { sheets: sheets.items, rules: custom.filter(({ rule }) => rule.custom.rule.formula.includes(OURS)) };
}

/**
 * Does the work on the sheets that may be formatted. Our blank forms are protected against slips, without a password: that protection is lifted for the moment and put back as it was.
 * A password is never asked for; such sheets stay out.
 */
async function unprotected<T>(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], work: (open: readonly Excel.Worksheet[]) => Promise<T>): Promise<T> {
  const open: Excel.Worksheet[] = [];
  const lifted: { sheet: Excel.Worksheet; options: Excel.WorksheetProtectionOptions }[] = [];
  try {
    for (const sheet of sheets) {
      const isProtected = sheet.protection.protected && !sheet.protection.options?.allowFormatCells;
      const options = sheet.protection.options;
      if (isProtected && !(await isLifted(context, sheet))) continue;
      if (isProtected) lifted.push({ sheet, options });
      open.push(sheet);
    }
    return await work(open);
  } finally {
    for (const { sheet, options } of lifted) sheet.protection.protect(options);
    await context.sync();
  }
}

/** False when it takes a password. */
async function isLifted(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<boolean> {
  sheet.protection.unprotect();
  try {
    await context.sync();
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble instanceof HostTrouble && trouble.trouble !== "editingCell") return false;
    throw trouble;
  }
}
