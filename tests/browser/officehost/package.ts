/** The parts of an Office file, as trees that the model writes into: what is changed in the host is what the file's bytes say. */
export class OfficePackage {
  private readonly trees = new Map<string, Document>();

  constructor(private readonly parts: ReadonlyMap<string, Uint8Array>) {}

  /** One tree per part, kept. */
  xml(path: string): Document {
    const kept = this.trees.get(path);
    if (kept) return kept;
    const bytes = this.parts.get(path);
    if (!bytes) throw new Error(`No part ${path}`);
    const tree = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "application/xml");
    this.trees.set(path, tree);
    return tree;
  }

  text(path: string): string {
    return new XMLSerializer().serializeToString(this.xml(path));
  }

  /** A zip of stored entries (APPNOTE 4.3), in the order of the original. */
  zip(): Uint8Array {
    const local: Uint8Array[] = [];
    const central: Uint8Array[] = [];
    let offset = 0;
    for (const path of this.parts.keys()) {
      const name = new TextEncoder().encode(path);
      const data = this.trees.has(path) ? new TextEncoder().encode(this.text(path)) : this.parts.get(path)!;
      const common = [20, 0x800, 0, 0, 0x21, crc32(data), data.length, data.length, name.length, 0] as const;
      const head = record([0x04034b50, 4], ...fields(common));
      local.push(head, name, data);
      central.push(record([0x02014b50, 4], [20, 2], ...fields(common), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
      offset += head.length + name.length + data.length;
    }
    const directory = joined(central);
    return joined([...local, directory, record([0x06054b50, 4], [0, 2], [0, 2], [this.parts.size, 2], [this.parts.size, 2], [directory.length, 4], [offset, 4], [0, 2])]);
  }
}

function fields(common: readonly [number, number, number, number, number, number, number, number, number, number]): [number, number][] {
  const widths = [2, 2, 2, 2, 2, 4, 4, 4, 2, 2];
  return common.map((value, at) => [value, widths[at]!]);
}

function record(...values: readonly [number, number][]): Uint8Array {
  const bytes = new Uint8Array(values.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of values) {
    for (let byte = 0; byte < width; byte++) bytes[at++] = (value >>> (8 * byte)) & 0xff;
  }
  return bytes;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcs[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}
