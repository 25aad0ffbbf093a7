import type { Sentences } from "./vi";

export const en: Sentences = {
  title: "Learning city",
  otherLanguage: "Tiếng Việt",
  tabs: { check: "Check", evaluation: "Evaluation", papers: "Papers", insert: "Blank forms", layout: "Layout" },
  waiting: "Loading …",
  trouble: {
    protectedSheet: "The sheet is protected or the file is read-only. Unprotect it (Review › Unprotect Sheet) and try again.",
    editingCell: "A cell is being edited. Press Enter to finish, then try again.",
    hiddenSheet: "This place is on a hidden sheet.",
    gone: "This place is no longer there; the file has changed since the check. Check again.",
    changed: "This cell has changed since the check and was left alone. Check again.",
    encrypted: "The file has a password or rights management (IRM), so the service cannot read it. Remove the protection, or check a copy without it.",
    tooOld: "This version of Office cannot do that yet.",
    tooManyCopies: "Office is busy with copies of the file. Wait a few seconds and try again.",
    hostFailed: "Office could not do that.",
  },
  unreachable: "The service cannot be reached. What you typed is kept; check the network and try again.",
};
