import type { Location } from "./HostPort";
import { bodyOf, cellPath, countedCellPath, outerParagraph, type TablePath, type TableStep } from "./wordTables";

/** Where a location stands in the open document. What can be asked and done is the same for all, under different names. */
export type Place = { readonly control: Word.ContentControl } | { readonly cell: Word.TableCell } | { readonly paragraph: Word.Paragraph };

type InForm = Extract<Location, { control: string | null }>;

type InPaper = Extract<Location, { paragraph: number }>;

/** The text itself. Headers, footers and notes are other parts, where Word selects nothing for us. */
const TEXT = "word/document.xml";

/**
 * By the tag of its content control, else by table, row and column: Word before WordApi 1.9 tells of no drop-down and check-box controls, and foreign forms have none.
 * In the order of the locations; null for what is not there or, as in a header, cannot be reached.
 */
export async function placesOf(context: Word.RequestContext, locations: readonly Location[]): Promise<(Place | null)[]> {
  const controls = locations.map(location => {
    if (!isInForm(location) || location.control === null) return null;
    const control = context.document.contentControls.getByTag(location.control).getFirstOrNullObject();
    control.load("id");
    return control;
  });
  await context.sync();
  const places: (Place | null)[] = controls.map(control => (control && !control.isNullObject ? { control } : null));
  const rest = locations.flatMap((location, index) => (!places[index] && (isInForm(location) || isInText(location)) ? [{ location, index }] : []));
  if (rest.length === 0) return places;
  const counted = await countedPlaces(context, rest.map(({ location }) => location));
  rest.forEach(({ index }, at) => (places[index] = counted[at] ?? null));
  return places;
}

/** Whether it is a place at all: a finding may concern the whole file, or a header. */
export function isPlace(location: Location): boolean {
  return isInForm(location) || isInText(location);
}

export function isInForm(location: Location): location is InForm {
  return "control" in location;
}

function isInText(location: Location): location is InPaper {
  return "paragraph" in location && location.part === TEXT;
}

async function countedPlaces(context: Word.RequestContext, locations: readonly (InForm | InPaper)[]): Promise<(Place | null)[]> {
  const { body } = context.document;
  const [ooxml, tables, paragraphs] = [body.getOoxml(), body.tables, body.paragraphs];
  tables.load("items/nestingLevel");
  paragraphs.load("items/tableNestingLevel");
  await context.sync();
  const text = bodyOf(ooxml);
  // Whether tables inside cells are listed too is said nowhere; by their level both are right.
  const outerTables = tables.items.filter(table => table.nestingLevel === 1);
  const outerParagraphs = paragraphs.items.filter(paragraph => paragraph.tableNestingLevel === 0);
  const found = locations.map((location): { paragraph: Word.Paragraph } | { cell: Word.TableCell; nth: number | null } | null => {
    const inForm = isInForm(location);
    if (!inForm && (location.table === null || location.row === null || location.column === null)) {
      const paragraph = outerParagraphs[outerParagraph(text, location.paragraph) ?? -1];
      return paragraph ? { paragraph } : null;
    }
    const path = inForm ? cellPath(text, location.table, location.row, location.column) : countedCellPath(text, location.table!, location.row!, location.column!);
    const cell = cellAt(outerTables, path);
    cell?.load("rowIndex");
    if (!inForm) cell?.body.paragraphs.load("items/tableNestingLevel");
    return cell && { cell, nth: inForm ? null : location.paragraph };
  });
  await context.sync();
  return found.map(place => {
    if (place === null || !("cell" in place)) return place;
    if (place.cell.isNullObject) return null;
    const paragraph = place.nth === null ? undefined : place.cell.body.paragraphs.items[place.nth - 1];
    return paragraph ? { paragraph } : { cell: place.cell };
  });
}

function cellAt(outer: readonly Word.Table[], path: TablePath | null): Word.TableCell | null {
  const table = path?.[0] && outer[path[0].table];
  return path && table ? path.slice(1).reduce(inner, at(table, path[0]!)) : null;
}

function inner(cell: Word.TableCell, step: TableStep): Word.TableCell {
  let table = cell.body.tables.getFirst();
  for (let next = 0; next < step.table; next++) table = table.getNext();
  return at(table, step);
}

function at(table: Word.Table, step: TableStep): Word.TableCell {
  return table.getCellOrNullObject(step.row, step.cell);
}

/** What can be selected, written and coloured. */
export function contentOf(place: Place): Word.ContentControl | Word.Body | Word.Paragraph {
  return "control" in place ? place.control : "cell" in place ? place.cell.body : place.paragraph;
}

/** What `textOf` and `isLocked` need. */
export function loadText(place: Place): void {
  if ("control" in place) place.control.load("text,placeholderText,cannotEdit");
  else if ("cell" in place) place.cell.load("value");
  else place.paragraph.load("text");
}

/** As the service reads it: without the prompt of an unfilled control, without blank lines and tabs at its ends. */
export function textOf(place: Place): string {
  if ("cell" in place) return withoutLayout(place.cell.value);
  if ("paragraph" in place) return withoutLayout(place.paragraph.text);
  return place.control.text === place.control.placeholderText ? "" : withoutLayout(place.control.text);
}

export function isLocked(place: Place): boolean {
  return "control" in place && place.control.cannotEdit;
}

/** Blanks beside the text were typed and count; lines and tabs around it only set it in its cell. */
export function withoutLayout(text: string): string {
  const lines = text.replace(/\r\n?|\v/g, "\n");
  if (lines.trim() === "") return "";
  return lines.replace(/^\s*[\n\t](?=[^\n\t])/, "").replace(/[\n\t]\s*$/, "").replace(/\t/g, " ");
}
