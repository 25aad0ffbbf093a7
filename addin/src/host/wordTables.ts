/** One step down: which table of a body or cell (tables inside its cells not counted), which row, which cell of that row. All from 0, as Word counts. */
export interface TableStep {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

/** From the outermost table inwards; none for what stands in no table. */
export type TablePath = readonly TableStep[];

/**
 * Where a form's cell lies for Word. The service counts the columns of the table's grid; Word counts the cells of one row, whatever they span (ECMA-376 part 1, 17.4). Rows and cells that
 * a tracked change deletes are still there for Word and gone for the service.
 *
 * @param body `w:body`, as `Body.getOoxml` gives it.
 * @param row From 1, as `column`.
 * @returns Null when there is no such cell, or when Word cannot reach it, as in a text box.
 */
export function cellPath(body: Element, table: number, row: number, column: number): TablePath | null {
  const found = tablesOf(body)[table - 1];
  if (!found?.within) return null;
  let line = 0;
  // The cell that began at a column further up, for those merged downwards.
  const open = new Map<number, TableStep>();
  for (const [rowIndex, tr] of rowsOf(found.element).entries()) {
    if (property(tr, "trPr", "del")) continue;
    line++;
    let at = 1 + number(property(tr, "trPr", "gridBefore"), 0);
    let begun = at;
    for (const [cellIndex, tc] of cellsOf(tr).entries()) {
      if (property(tc, "tcPr", "cellDel")) continue;
      const span = number(property(tc, "tcPr", "gridSpan"), 1);
      const own = { table: found.index, row: rowIndex, cell: cellIndex };
      if (continues(tc, "hMerge")) open.set(at, open.get(begun) ?? own);
      else {
        begun = at;
        if (!continues(tc, "vMerge") || !open.has(at)) open.set(at, own);
      }
      if (line === row && column >= at && column < at + span) return [...found.within, open.get(at)!];
      at += span;
    }
  }
  return null;
}

/** Where a cell lies that is counted as Word does: the layout check tells of rows and of the cells in a row. */
export function countedCellPath(body: Element, table: number, row: number, column: number): TablePath | null {
  const found = tablesOf(body)[table - 1];
  return found?.within ? [...found.within, { table: found.index, row: row - 1, cell: column - 1 }] : null;
}

/**
 * Which of Word's paragraphs outside tables the service means. It counts those of text boxes too, behind the paragraph that holds them; Word does not, so of these it is the holder.
 *
 * @param paragraph From 1.
 * @returns From 0; null when there is none.
 */
export function outerParagraph(body: Element, paragraph: number): number | null {
  let [counted, told] = [0, -1];
  let found: number | null = null;
  const walk = (parent: Element, inBox: boolean) => {
    for (const child of content(parent)) {
      if (child.localName === "tbl") continue;
      if (child.localName === "p") {
        if (!inBox) told++;
        if (++counted === paragraph) found = told;
      }
      walk(child, inBox || child.localName === "txbxContent");
    }
  };
  walk(body, false);
  return found;
}

/** The text's body in the flat package that Word answers with. */
export function bodyOf(ooxml: { readonly value: string }): Element {
  return new DOMParser().parseFromString(ooxml.value, "application/xml").getElementsByTagNameNS("*", "body")[0]!;
}

interface FoundTable {
  readonly element: Element;
  /** Among the tables of its body or cell. */
  readonly index: number;
  /** The cell it stands in; null for what Word cannot reach. */
  readonly within: TablePath | null;
}

/** In the service's order: as they begin in the text, those in cells and text boxes included. */
function tablesOf(body: Element): FoundTable[] {
  const tables: FoundTable[] = [];
  const blocks = (parent: Element, within: TablePath | null, count: { tables: number }) => {
    for (const child of content(parent)) {
      if (child.localName === "txbxContent") blocks(child, null, { tables: 0 });
      else if (child.localName !== "tbl") blocks(child, within, count);
      else {
        const index = count.tables++;
        tables.push({ element: child, index, within });
        for (const [row, tr] of rowsOf(child).entries()) {
          if (property(tr, "trPr", "del")) continue;
          for (const [cell, tc] of cellsOf(tr).entries()) {
            if (!property(tc, "tcPr", "cellDel")) blocks(tc, within && [...within, { table: index, row, cell }], { tables: 0 });
          }
        }
      }
    }
  };
  blocks(body, [], { tables: 0 });
  return tables;
}

/** Children that are there once revisions are accepted; of alternatives the first. */
function content(parent: Element): Element[] {
  const children = [...parent.children].filter(child => child.localName !== "del" && child.localName !== "moveFrom");
  return parent.localName === "AlternateContent" ? children.slice(0, 1) : children;
}

function rowsOf(table: Element): Element[] {
  return within(table, "tr");
}

function cellsOf(row: Element): Element[] {
  return within(row, "tc");
}

/** Children of that name, looking through content controls and revision marks around them. */
function within(parent: Element, name: string): Element[] {
  return [...parent.children].flatMap(child =>
    child.localName === name ? [child] : ["sdt", "sdtContent", "customXml", "ins", "moveTo"].includes(child.localName) ? within(child, name) : [],
  );
}

function property(element: Element, group: string, name: string): Element | undefined {
  const properties = [...element.children].find(child => child.localName === group);
  return properties && [...properties.children].find(child => child.localName === name);
}

function number(element: Element | undefined, otherwise: number): number {
  return Number(element?.getAttributeNS(element.namespaceURI, "val") ?? otherwise);
}

function continues(cell: Element, name: "vMerge" | "hMerge"): boolean {
  const merge = property(cell, "tcPr", name);
  return merge !== undefined && (merge.getAttributeNS(merge.namespaceURI, "val") ?? "continue") === "continue";
}
