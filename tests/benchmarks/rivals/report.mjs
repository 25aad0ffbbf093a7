// results.jsonl → Markdown, with ratios to ExcelDataReader (reading) and to deflating the annex's bytes (filling), and how each grows with the rows.
import fs from 'node:fs';
import path from 'node:path';
import { HOME } from './measure.mjs';

const last = new Map();
for (const text of fs.readFileSync(process.argv[2] ?? path.join(HOME, 'results.jsonl'), 'utf8').split('\n')) {
  if (!text.startsWith('{')) continue;
  const r = JSON.parse(text);
  last.set(`${r.kind} ${r.engine} ${r.paper ?? r.files ?? r.rows}`, r);
}
const all = [...last.values()], sizes = [...new Set(all.filter(r => r.kind !== 'paper' && r.kind !== 'pdf').map(r => r.rows))].sort((a, b) => a - b);
const get = (kind, engine, rows) => last.get(`${kind} ${engine} ${rows}`);
const digits = x => x === undefined || !Number.isFinite(x) ? '' : x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x >= 1 ? x.toFixed(2) : x.toFixed(3);
const ours = e => e.startsWith('Our') ? `**LearningCity.Docs** (${e === 'OurCheck' ? 'the whole check' : 'the annex'})` : e;
function table(title, kind, base, baseName, floors) {
  const engines = [...new Set(all.filter(r => r.kind === kind).map(r => r.engine))];
  if (!engines.length) return;
  const rows = [...engines.map(e => [kind, e]), ...floors.map(e => ['floor', e])].filter(([k, e]) => sizes.some(n => get(k, e, n)))
    .sort((a, b) => (get(...a, sizes[0])?.median_ms ?? 1e9) - (get(...b, sizes[0])?.median_ms ?? 1e9));
  const growth = sizes.slice(1).map((n, i) => `${n} / ${sizes[i]}`);
  const head = ['', 'version', ...sizes.map(n => `${n}: median ms`), `× ${baseName}`, ...growth.map(g => `growth ${g}`), `p99 ms, ${sizes[0]}`, `allocated KiB, ${sizes[0]}`, `peak MiB, ${sizes.at(-1)}`, 'right'];
  console.log(`### ${title}\n\n| ${head.join(' | ')} |\n| --- | ---: |${' ---: |'.repeat(head.length - 2)}`);
  for (const [k, e] of rows) {
    const by = sizes.map(n => get(k, e, n)), first = by.find(Boolean), yes = by.filter(r => r && 'ok' in r).map(r => r.ok);
    const cells = [k === 'floor' ? `floor: ${e}` : ours(e), first.version ?? '', ...by.map(r => r?.error ? 'failed' : digits(r?.median_ms)), digits(by[0]?.median_ms / get(...base, sizes[0])?.median_ms),
      ...growth.map((_, i) => digits(by[i + 1]?.median_ms / by[i]?.median_ms)), digits(by[0]?.p99_ms), by[0]?.alloc_kib ?? '', by.at(-1)?.peak_rss_mib ?? '', yes.length ? (yes.every(Boolean) ? 'yes' : '**NO**') : ''];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const failed = all.filter(r => r.kind === kind && r.error);
  console.log(failed.length ? '\n' + failed.map(r => `${r.engine}, ${r.rows}: ${r.error}`).join('\n') + '\n' : '');
}
table('Reading the filled UNESCO form (.xlsx)', 'xlsx', ['xlsx', 'ExcelDataReader'], 'ExcelDataReader', ['unzip-tokenise']);
table('Filling the annex (.docx)', 'docx', ['floor', 'zip'], 'zip', ['zip', 'deflate-document']);
const zip = get('floor', 'zip', sizes[0]);
if (zip) console.log(`zip: the parts of ${zip.of} deflated again at the default level, ${zip.xml_bytes} bytes in, ${zip.out_bytes} out (${sizes[0]} indicators).`);
const papers = all.filter(r => r.kind === 'paper'), rivals = [...new Set(papers.filter(r => r.paper).map(r => r.engine))];
if (papers.length) {
  console.log(`\n### Papers and dossiers, ms of one core\n\n| | **LearningCity.Docs** | a core-second | allocated KiB |${rivals.map(e => ` ${e} |`).join('')}\n| --- | ---: | ---: | ---: |${rivals.map(() => ' ---: |').join('')}`);
  for (const r of papers.filter(r => !r.paper)) console.log(`| ${r.engine} | ${digits(r.cpu_ms)} | ${r.per_core_second} | ${r.alloc_kib} |${rivals.map(e => { const their = papers.find(p => p.paper === r.engine && p.engine === e); return ` ${their?.error ?? (their && !their.ok ? '**wrong**' : digits(their?.cpu_ms))} |`; }).join('')}`);
}
const pdfs = all.filter(r => r.kind === 'pdf');
if (pdfs.length) console.log(`\n### Word to PDF by LibreOffice, ms a paper\n\n| | wall | processor |\n| --- | ---: | ---: |\n${pdfs.map(r => `| ${r.engine} (${r.files} papers) | ${r.median_ms} | ${r.cpu_ms} |`).join('\n')}`);
