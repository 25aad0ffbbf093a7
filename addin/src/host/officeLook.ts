/** Whether Office itself is dark or light, which its user chooses apart from the computer's; null in a browser and where Office does not say. */
export function officeLook(): "light" | "dark" | null {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(ground());
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map(part => parseInt(part, 16));
  // How bright a colour looks (ITU-R BT.601), 0 to 255.
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! < 128 ? "dark" : "light";
}

function ground(): string {
  if (typeof Office === "undefined") return "";
  try {
    return (Office.context as Office.Context | undefined)?.officeTheme?.bodyBackgroundColor ?? "";
  } catch {
    // office.js asks the host for its theme only now, and throws where the host has none to give. A colour is no reason to stop the pane.
    return "";
  }
}
