/** What this computer remembers for its user, never sent anywhere: the language, the last details of each agency. Where the browser forbids it, nothing is remembered. */
export function recall<T>(key: string): T | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or forbidden by the browser's privacy settings: the pane works without.
  }
}
