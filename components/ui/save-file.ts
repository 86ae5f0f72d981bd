const KEEP_URL_MS = 60_000;

/** Saves a file through a link, which needs no permission; `lens-2026-11-03.csv`, by its UTC day. */
export function saveFile(file: Blob, extension: string, name = 'lens'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_URL_MS);
}
