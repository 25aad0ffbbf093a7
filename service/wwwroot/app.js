// The start page: blank forms, samples, the check of files, and of the layout of Word documents that are no forms. All judging is the service's; this only shows its answers.

const severities = [["error", "Lỗi"], ["warning", "Cảnh báo"], ["info", "Lưu ý"]];
const outcomes = { met: "Đạt", notMet: "Không đạt", recorded: "Ghi nhận", missing: "Chưa ghi", invalid: "Không đánh giá được", needsReview: "Cần xem xét" };
const noForm = "LC1101";
const fillings = { right: "Bản điền đúng", mistakes: "Bản có lỗi thường gặp" };

const status = document.getElementById("status");
const results = document.getElementById("results");
const drop = document.getElementById("drop");
const input = document.getElementById("files");

input.addEventListener("change", () => { checkAll([...input.files]); input.value = ""; });
for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add("over"); });
for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
drop.addEventListener("drop", event => { event.preventDefault(); checkAll([...event.dataTransfer.files]); });
// A file dropped beside the box must not take the page's place.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, event => event.preventDefault());
// Paper shows what is folded on the screen.
window.addEventListener("beforeprint", () => document.querySelectorAll(".result details").forEach(d => { d.open = true; }));

listForms();
listSamples();

async function listForms() {
  const forms = await (await fetch("/api/forms?lang=vi")).json();
  document.getElementById("forms").replaceChildren(...forms.map(form => element("li", {},
    element("strong", {}, form.annex ?? form.title),
    form.annex ? element("span", { class: "quiet" }, form.title) : null,
    element("span", { class: "quiet" }, `Ban hành ${day(form.version)}${form.validTo ? `, hiệu lực đến ${day(form.validTo)}` : ""}`),
    element("span", { class: "actions" }, ...["xlsx", "docx"].map(format =>
      element("a", { class: "button plain", href: `/api/forms/${form.id}/blank?format=${format}&lang=vi`, download: "", "aria-label": `Tải ${form.annex ?? form.title} trống, ${program(format)}` }, `Tải ${program(format)}`))))));
}

async function listSamples() {
  const samples = await (await fetch("/samples?lang=vi")).json();
  document.getElementById("samples").replaceChildren(...samples.map(sample => {
    const title = `${sample.title}, ${program(sample.name.split(".").pop())}`;
    const tryIt = element("button", { type: "button", "aria-label": `Thử ngay: ${fillings[sample.filling]}, ${title}` }, "Thử ngay");
    tryIt.addEventListener("click", async () => {
      const file = await (await fetch(`/samples/${sample.name}`)).blob();
      await checkAll([new File([file], sample.name)]);
    });
    return element("li", {},
      element("strong", {}, fillings[sample.filling]),
      element("span", { class: "quiet" }, title),
      element("span", { class: "actions" }, tryIt, element("a", { class: "button plain", href: `/samples/${sample.name}?lang=vi`, download: "", "aria-label": `Tải ${fillings[sample.filling]}, ${title}` }, "Tải tệp")));
  }));
}

async function checkAll(files) {
  if (files.length === 0) return;
  results.replaceChildren();
  results.setAttribute("aria-busy", "true");
  let wrong = 0;
  for (const [at, file] of files.entries()) {
    status.textContent = `Đang kiểm tra ${file.name} (${at + 1}/${files.length})…`;
    const answer = await check(file);
    if (answer.problem || answer.report?.conforms === false || answer.layout?.some(f => f.severity === "error")) wrong++;
    results.append(answer.report ? showReport(file, answer.report) : answer.layout ? showLayout(file, answer.layout) : showProblem(file, answer.problem));
  }
  results.removeAttribute("aria-busy");
  status.textContent = files.length === 1
    ? (wrong ? "Đã kiểm tra xong: tệp còn lỗi." : "Đã kiểm tra xong: tệp không có lỗi.")
    : `Đã kiểm tra xong ${files.length} tệp: ${wrong} tệp còn lỗi.`;
  document.getElementById("check").scrollIntoView({ block: "start" });
}

async function check(file) {
  try {
    const report = await post("/api/check?lang=vi", file);
    if (report.answer) return { report: report.answer };
    if (report.problem.code !== noForm || !file.name.toLowerCase().endsWith(".docx")) return report;
    const layout = await post("/api/lint?lang=vi", file);
    return layout.answer ? { layout: layout.answer } : layout;
  } catch {
    return { problem: { title: "Không kết nối được với dịch vụ", detail: "Tệp chưa được kiểm tra. Hãy xem dịch vụ còn chạy không, hoặc tệp có bị di chuyển không, rồi thử lại." } };
  }
}

async function post(address, file) {
  const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
  const answer = await response.json();
  return response.ok ? { answer } : { problem: answer };
}

function showProblem(file, problem) {
  return element("article", { class: "result" },
    element("header", {}, element("h3", {}, file.name)),
    element("p", { class: "verdict refused" }, problem.title),
    element("p", {}, problem.location && problem.location.text !== "Toàn tệp" ? `${problem.location.text}: ` : "", problem.detail),
    problem.code?.startsWith("LC") ? element("p", { class: "quiet" }, `Mã ${problem.code}`) : null);
}

function showReport(file, report) {
  const forms = [report, ...(report.others ?? [])];
  const fixable = forms.some(form => form.findings.some(finding => finding.fix));
  return element("article", { class: "result" },
    element("header", {}, element("h3", {}, file.name)),
    ...forms.flatMap(showForm),
    fixable ? fixButton(file) : null);
}

function showLayout(file, findings) {
  const verdict = findings.some(f => f.severity === "error") ? ["notMet", "Thể thức có chỗ chưa đúng Nghị định 30/2020/NĐ-CP."]
    : findings.length ? ["incomplete", "Không có lỗi thể thức; có chỗ cần xem lại."] : ["met", "Thể thức đúng Nghị định 30/2020/NĐ-CP."];
  return element("article", { class: "result" },
    element("header", {}, element("h3", {}, file.name)),
    element("p", { class: "quiet" }, "Kiểm tra thể thức (NĐ 30): tệp này không có biểu mẫu nên được kiểm tra như một văn bản."),
    element("p", { class: `verdict ${verdict[0]}` }, verdict[1]),
    ...showFindings(findings));
}

function showForm(report) {
  const { evaluation } = report;
  return [
    element("p", { class: "quiet" }, `${report.form.annex ?? report.form.title} · bản ${day(report.form.version)}`),
    element("p", { class: `verdict ${evaluation.verdict}` }, evaluation.summary),
    ...showFindings(report.findings),
    showLeft(report),
    element("details", { class: "tree" }, element("summary", {}, "Kết quả từng tiêu chí"), ...evaluation.nodes.map(showNode)),
  ];
}

/** How many of each severity, then each, the worst first. */
function showFindings(findings) {
  return [
    element("ul", { class: "tally", "aria-label": "Số phát hiện" }, ...severities.map(([severity, name]) =>
      element("li", { class: `chip ${severity}` }, `${findings.filter(f => f.severity === severity).length} ${name.toLowerCase()}`))),
    findings.length ? element("ul", { class: "findings" }, ...severities.flatMap(([severity, name]) =>
      findings.filter(f => f.severity === severity).map(finding => showFinding(finding, name)))) : element("p", {}, "Không có phát hiện nào."),
  ];
}

function showFinding(finding, severity) {
  return element("li", {},
    element("div", {}, element("span", { class: "place" }, finding.location.text), element("span", { class: `code ${finding.severity}` }, `${severity} ${finding.code}`)),
    element("div", {},
      element("p", {}, finding.message),
      finding.fix ? element("p", { class: "fix" }, `Sửa tự động được: ${finding.fix.label}`) : null,
      finding.suggestion ? element("p", { class: "basis" }, `Đề nghị xem và tự sửa: ${finding.suggestion.label}`) : null,
      finding.basis ? element("p", { class: "basis" }, `Căn cứ: ${finding.basis}`) : null,
      finding.related.length ? element("p", { class: "basis" }, `Liên quan: ${finding.related.map(l => l.text).join("; ")}`) : null));
}

function showLeft(report) {
  const behind = report.evaluation.units.filter(unit => unit.left.length);
  if (behind.length === 0) return null;
  return element("details", { open: "" }, element("summary", {}, "Còn phải điền, theo đơn vị phụ trách"),
    element("ul", { class: "left" }, ...behind.map(unit =>
      element("li", {}, element("strong", {}, unit.name), `: ${unit.left.length} ô (${unit.left.map(id => report.entries[id]?.location.text ?? id).join("; ")})`))));
}

function showNode(node) {
  const named = /^[\d.-]+$/.test(node.code) ? `${node.code}. ${node.title}` : node.title;
  const line = [
    element("span", { class: `chip ${node.outcome}` }, outcomes[node.outcome]), " ", named,
    element("span", { class: "because" }, [node.because, node.distance, node.basis ? `căn cứ: ${node.basis}` : null].filter(Boolean).join("; ")),
  ];
  return node.children.length
    ? element("details", {}, element("summary", {}, ...line), ...node.children.map(showNode))
    : element("div", { class: "node" }, ...line);
}

function fixButton(file) {
  const button = element("button", { type: "button" }, "Tải tệp đã sửa tự động");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const response = await fetch("/api/fix?lang=vi", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
      if (!response.ok) { status.textContent = (await response.json()).detail; return; }
      save(await response.blob(), file.name.replace(/(\.\w+)?$/, " (đã sửa)$1"));
      status.textContent = "Đã tải tệp đã sửa; tệp gốc không bị thay đổi.";
    } catch {
      status.textContent = "Không kết nối được với dịch vụ; tệp chưa được sửa.";
    } finally {
      button.disabled = false;
    }
  });
  return element("p", { class: "actions" }, button, element("span", { class: "quiet" }, "Chỉ sửa những chỗ không thể làm đổi nghĩa."));
}

function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Text is always a text node: nothing from a file becomes markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

function day(iso) { return iso.split("-").reverse().join("/"); }
function program(format) { return format === "xlsx" ? "Excel" : "Word"; }
