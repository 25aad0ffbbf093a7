// One npm reader reading the filled form, in one process: bytes in memory, every cell of the first sheet and its merges out; no rule checked.
import fs from 'node:fs';
import path from 'node:path';
import { WORK, dep, main, read, version } from './measure.mjs';

const bytes = rows => fs.readFileSync(path.join(WORK, `form-${rows}.xlsx`));
const check = rows => answer => { const want = read(`form-${rows}.expected.json`); return { ok: answer.numbers === want.numbers && Math.abs(answer.sum - want.sum) < 0.01 && answer.merges > 0 }; };
const add = (sum, value) => { if (typeof value === 'number') { sum.numbers++; sum.sum += value; } };
await main('xlsx', {
  'exceljs': rows => {
    const { Workbook } = dep('exceljs'), b = bytes(rows);
    return { version: version('exceljs'), check: check(rows), job: async () => {
      const book = new Workbook(), sum = { numbers: 0, sum: 0, merges: 0 };
      await book.xlsx.load(b);
      const sheet = book.worksheets[0];
      sheet.eachRow(row => row.eachCell(cell => { if (cell.master === cell) add(sum, cell.value); })); // It repeats a merged value in every cell covered.
      sum.merges = sheet.model.merges.length;
      return sum;
    } };
  },
  // With the options that ask for least: dense rows, no formatted text, the first sheet.
  'SheetJS': rows => {
    const X = dep('xlsx'), b = bytes(rows);
    return { version: version('xlsx'), check: check(rows), job: () => {
      const sheet = (book => book.Sheets[book.SheetNames[0]])(X.read(b, { type: 'buffer', dense: true, cellHTML: false, cellText: false, cellFormula: false, sheets: 0 }));
      const sum = { numbers: 0, sum: 0, merges: sheet['!merges']?.length ?? 0 };
      for (const row of X.utils.sheet_to_json(sheet, { header: 1, raw: true })) for (const value of row) add(sum, value);
      return sum;
    } };
  },
});
