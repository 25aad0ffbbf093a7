// One npm engine filling the annex, in one process: template and data in memory, document bytes out (Carbone reads its template from a path: that is its interface).
import fs from 'node:fs';
import path from 'node:path';
import { WORK, dep, main, read, version } from './measure.mjs';

const template = engine => path.join(WORK, `template-${engine}.docx`);
const data = rows => { const d = read(`data-${rows}.json`); d.titleLines.forEach((t, i) => { d['title' + (i + 1)] = t; }); return d; };
const un = s => s.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
/** Saves the last document and compares its non-empty paragraphs, in order, with the right answer. */
const check = (engine, rows) => bytes => {
  fs.writeFileSync(path.join(WORK, `out-${engine}-${rows}.docx`), bytes);
  const xml = new (dep('pizzip'))(bytes).file('word/document.xml').asText();
  const got = xml.split('</w:p>').map(p => un([...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(m => m[1]).join('')).trim()).filter(t => t);
  const want = read(`expected-${rows}.json`), wrong = want.findIndex((t, i) => t !== got[i]);
  return { ok: wrong < 0 && got.length === want.length, out_bytes: bytes.length, ...(wrong < 0 ? {} : { wrong: [want[wrong], got[wrong]] }) };
};
await main('docx', {
  'docxtemplater': rows => {
    const PizZip = dep('pizzip'), Docxtemplater = dep('docxtemplater'), bytes = fs.readFileSync(template('docxtemplater')), d = data(rows);
    return { version: version('docxtemplater'), check: check('docxtemplater', rows), job: () => new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true }).render(d).toBuffer() };
  },
  'easy-template-x': rows => {
    const { TemplateHandler } = dep('easy-template-x'), bytes = fs.readFileSync(template('easy-template-x')), d = data(rows);
    return { version: version('easy-template-x'), check: check('easy-template-x', rows), job: () => new TemplateHandler().process(bytes, d) };
  },
  // Without its sandbox, which quadruples its time: the template is ours.
  'docx-templates': rows => {
    const { createReport } = dep('docx-templates'), bytes = fs.readFileSync(template('docx-templates')), d = data(rows);
    return { version: version('docx-templates'), check: check('docx-templates', rows), job: async () => Buffer.from(await createReport({ template: bytes, data: d, noSandbox: true, maximumWalkingDepth: 1e9 })) };
  },
  'carbone': rows => {
    const carbone = dep('carbone'), d = data(rows);
    return { version: version('carbone'), check: check('carbone', rows), job: () => new Promise((done, fail) => carbone.render(template('carbone'), d, (e, bytes) => e ? fail(e) : done(bytes))) };
  },
});
