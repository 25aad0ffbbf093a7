// One npm engine making one of our papers from our own template, its tags put into the engine's words: {{a.b}} → {a_b}, {{for x in a.b}} → {#a_b} and {{x.c}} in it → {c}, {{if a.b}} → {#co_a_b}, {{else}} → {/co_a_b}{#khong_a_b}.
//   node bench-paper.mjs ENGINE KIND [--secs N] [--warm N]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORK, dep, measure, read, version } from './measure.mjs';

const PizZip = dep('pizzip'), flat = name => name.replaceAll('.', '_');
const [engine, kind, ...rest] = process.argv.slice(2), option = (name, otherwise) => rest.includes(name) ? +rest[rest.indexOf(name) + 1] : otherwise;

function template() {
  const zip = new PizZip(fs.readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../templates/documents', kind + '.docx')));
  for (const name of Object.keys(zip.files).filter(n => n.endsWith('.xml'))) {
    const open = [], items = [], own = of => flat(items.some(item => of.startsWith(item + '.')) ? of.slice(of.indexOf('.') + 1) : of);
    zip.file(name, zip.file(name).asText().replace(/\{\{(for (\w+) in|if|else|end|)\s*([^}]*)\}\}/g, (_, word, item, of) => {
      if (item) { const list = own(of); items.push(item); open.push({ name: list, item }); return `{#${list}}`; }
      if (word === 'if') { open.push({ name: 'co_' + own(of) }); return `{#${open.at(-1).name}}`; }
      if (word === 'else') { const was = open.pop().name; open.push({ name: 'khong_' + was.slice(3) }); return `{/${was}}{#${open.at(-1).name}}`; }
      if (word === 'end') { const block = open.pop(); if (block.item) items.pop(); return `{/${block.name}}`; }
      return `{${own(of)}}`;
    }));
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
/** Every name of the model in one flat object, with what an {{if}} on it would say. */
function data(model, prefix = '', into = {}) {
  for (const [name, value] of Object.entries(model)) {
    const key = prefix + name;
    if (Array.isArray(value)) into[key] = value.map(item => data(item));
    else if (value && typeof value === 'object') { data(value, key + '_', into); continue; }
    else into[key] = value;
    const yes = Array.isArray(value) ? value.length > 0 : !!value;
    into['co_' + key] = yes; into['khong_' + key] = !yes;
  }
  return into;
}
const un = s => s.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
const words = docx => new PizZip(docx).file('word/document.xml').asText().split('</w:p>').map(p => un([...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(m => m[1]).join('')).trim()).filter(t => t);

const engines = {
  'docxtemplater': (bytes, d) => { const Docxtemplater = dep('docxtemplater'); return () => new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true }).render(d).toBuffer(); },
  'easy-template-x': (bytes, d) => { const { TemplateHandler } = dep('easy-template-x'); return () => new TemplateHandler().process(bytes, d); },
};
const line = { kind: 'paper', engine, paper: kind };
try {
  const [answer, stats] = await measure(engines[engine](template(), data(read(`paper-${kind}.model.json`))), { secs: option('--secs', 6), warm: option('--warm', 4) });
  const want = words(fs.readFileSync(path.join(WORK, `paper-${kind}.docx`))), got = words(answer), wrong = want.findIndex((t, i) => t !== got[i]);
  Object.assign(line, { version: version(engine) }, stats, { ok: wrong < 0 && got.length === want.length, ...(wrong < 0 ? {} : { wrong: [want[wrong], got[wrong]] }) });
} catch (e) { line.error = String(e?.message ?? e).slice(0, 200); }
console.log(JSON.stringify(line));
