import { correctCells } from "./excelCorrections";
import { clearMarks, hasMarks, setMarks } from "./excelMarks";
import { answered, cellPlace, excel } from "./excelRun";
import { HostTrouble, type HostPort, type Location } from "./HostPort";
import { base64, savesFiles, wholeFile } from "./wholeFile";

/** Excel, through office.js. ExcelApi 1.14 (Excel 2021) does all; an older one only hands out the file. */
export function excelHost(): HostPort {
  const able = Office.context.requirements.isSetSupported("ExcelApi", "1.14");
  return {
    kind: "excel",
    can: { show: able, correct: able, mark: able, watch: able, open: able ? ["xlsx"] : [], insert: able, save: savesFiles() },
    readFile,
    show,
    correct: correctCells,
    mark: setMarks,
    clearMarks,
    hasMarks,
    watch,
    open: file => answered(Excel.createWorkbook(base64(file.bytes))),
    insert: file =>
      excel(async context => {
        const sheets = context.workbook.insertWorksheetsFromBase64(base64(file.bytes), { positionType: "End" });
        await context.sync();
        context.workbook.worksheets.getItem(sheets.value[0]!).activate();
        await context.sync();
      }),
  };
}

async function readFile(progress: (part: number) => void, cancelled: AbortSignal) {
  try {
    return await wholeFile("bieu-mau.xlsx", progress, cancelled);
  } catch (error) {
    // Excel hands out no file while a cell is being typed in, and does not say that this is why; any other request then does.
    if (error instanceof HostTrouble && error.trouble === "hostFailed") {
      await excel(async context => {
        context.workbook.worksheets.load("items/id");
        await context.sync();
      });
    }
    throw error;
  }
}

async function show(location: Location, options: { readonly unhide?: boolean } = {}): Promise<void> {
  const place = cellPlace(location);
  if (!place) throw new HostTrouble("noPlace");
  await excel(async context => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) throw new HostTrouble("gone", place.sheet);
    if (sheet.visibility !== Excel.SheetVisibility.visible) {
      if (!options.unhide) throw new HostTrouble("hiddenSheet", place.sheet);
      sheet.visibility = Excel.SheetVisibility.visible;
    }
    sheet.activate();
    sheet.getRange(place.cell).select();
    await context.sync();
  });
}

/** Edits by the user in any sheet. What we write ourselves says so (`triggerSource`), and so does what others write in a shared file. */
async function watch(edited: () => void): Promise<() => void> {
  const handler = await excel(async context => {
    const added = context.workbook.worksheets.onChanged.add(async change => {
      if (change.triggerSource !== "ThisLocalAddin" && change.source !== Excel.EventSource.remote) edited();
    });
    await context.sync();
    return added;
  });
  return () =>
    void Excel.run(handler.context, async context => {
      handler.remove();
      await context.sync();
    });
}
