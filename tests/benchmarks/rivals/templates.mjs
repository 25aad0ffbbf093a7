// Writes template-ENGINE.docx into the work folder: one layout like our annex (A4 landscape, eight grid columns), one dialect of tags per engine.
import fs from 'node:fs';
import path from 'node:path';
import { WORK, dep, read } from './measure.mjs';

const PizZip = dep('pizzip');
const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/', WML = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const rpr = (size, bold) => `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
const para = (text, { bold, centre, size = 22 } = {}) => `<w:p><w:pPr><w:spacing w:before="20" w:after="20"/>${centre ? '<w:jc w:val="center"/>' : ''}</w:pPr><w:r>${rpr(size, bold)}<w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`;
const GRID = [1850, 2350, 3400, 1850, 1937, 1100, 1100, 700];
const row = (cells, header) => {
  let at = 0;
  const tc = cells.map(([text, span = 1, look]) => { const width = GRID.slice(at, at += span).reduce((a, b) => a + b); return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${para(text, look)}</w:tc>`; });
  return `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>${tc.join('')}</w:tr>`;
};
const wide = text => row([[text, 8, { bold: true }]]);
const line = (tag, first = '', last = '') => row([[first + tag('indicator'), 3], [tag('office')], [tag('group')], [tag('label')], [tag('figure')], [tag('unit') + last]]);

const titles = tag => [1, 2, 3].map(n => para(tag('title' + n), { bold: true, centre: true, size: 26 })).join('');
const curly = {
  titles: titles(k => `{${k}}`), attached: '{attached}',
  rows: () => wide('{#parts}{title}') + wide('{#standards}{title}') + wide('{#criteria}{title}') + line(k => `{${k}}`, '{#rows}', '{/rows}{/criteria}{/standards}{/parts}'),
};
const at = 'd.parts[i].standards[i].criteria[i]';
const dialects = {
  'docxtemplater': curly,
  'easy-template-x': curly,
  'carbone': {
    titles: titles(k => `{d.${k}}`), attached: '{d.attached}',
    rows: () => wide('{d.parts[i].title}') + wide('{d.parts[i].standards[i].title}') + wide(`{${at}.title}`) + line(k => `{${at}.rows[i].${k}}`) +
      row([[`{${at}.rows[i+1].indicator}`, 3], [''], [''], [''], [''], ['']]) + wide('{d.parts[i].standards[i].criteria[i+1].title}') + wide('{d.parts[i].standards[i+1].title}') + wide('{d.parts[i+1].title}'),
  },
};
const inserted = (of, name) => `+++INS ${of}${name}+++`;
dialects['docx-templates'] = {
  titles: titles(k => inserted('', k)), attached: inserted('', 'attached'),
  rows: () => {
    const each = (item, list, inner) => wide(`+++FOR ${item} IN ${list}+++`) + inner + wide(`+++END-FOR ${item}+++`), title = item => wide(inserted(item, 'title'));
    return each('p', 'parts', title('$p.') + each('s', '$p.standards', title('$s.') + each('c', '$s.criteria', title('$c.') + each('r', '$c.rows', line(k => inserted('$r.', k))))));
  },
};
const columns = read('data-56.json').columns;
const body = d => d.titles + para(d.attached, { centre: true }) +
  `<w:tbl><w:tblPr><w:tblW w:w="${GRID.reduce((a, b) => a + b)}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(k => `<w:${k} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${GRID.map(w => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>` +
  row(columns.map((c, i) => [c, i === 4 ? 4 : 1, { bold: true, centre: true }]), true) + d.rows() + '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
for (const [engine, dialect] of Object.entries(dialects)) {
  const zip = new PizZip();
  zip.file('[Content_Types].xml', HEAD + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WML}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WML}styles+xml"/></Types>`);
  zip.file('_rels/.rels', HEAD + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/_rels/document.xml.rels', HEAD + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}styles" Target="styles.xml"/></Relationships>`);
  zip.file('word/styles.xml', HEAD + `<w:styles ${NS}><w:docDefaults><w:rPrDefault>${rpr(26)}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`);
  zip.file('word/document.xml', HEAD + `<w:document ${NS}><w:body>${body(dialect)}</w:body></w:document>`);
  fs.writeFileSync(path.join(WORK, `template-${engine}.docx`), zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}
