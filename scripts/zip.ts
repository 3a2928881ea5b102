import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/` between its parts. */
  readonly path: string;
  readonly data: Uint8Array;
}

const VERSION = 20;
/** Made on Unix, so that the modes count. */
const MADE_BY = (3 << 8) | VERSION;
/** Names are UTF-8. */
const FLAGS = 1 << 11;
/** 1 January 1980, the first day there is: the same files make the same bytes. */
const DATE = (1 << 5) | 1;

const [FILE_MODE, FOLDER_MODE] = [0o100644, 0o040755];

/**
 * A ZIP archive: files readable and folders open to everybody, whatever they are here. Source: PKWARE's APPNOTE, sections
 * 4.3.7, 4.3.12 and 4.3.16.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, data } of withFolders(entries)) {
    const name = Buffer.from(path);
    const isFolder = path.endsWith('/');
    const packed = isFolder ? Buffer.alloc(0) : deflateRawSync(data, { level: 9 });
    const fields = [
      [2, VERSION],
      [2, FLAGS],
      [2, isFolder ? 0 : 8],
      [2, 0],
      [2, DATE],
      [4, crc32(data)],
      [4, packed.length],
      [4, data.length],
      [2, name.length],
      [2, 0],
    ] as const;
    local.push(record(0x04034b50, fields), name, packed);
    const mode = isFolder ? FOLDER_MODE : FILE_MODE;
    const more = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, mode * 0x10000 + (isFolder ? 0x10 : 0)],
      [4, offset],
    ] as const;
    central.push(record(0x02014b50, [[2, MADE_BY], ...fields, ...more]), name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = central.length / 2;
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...local, directory, end]);
}

/** Every folder stands before what is in it. */
function withFolders(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const all = new Map<string, Uint8Array>();
  for (const { path, data } of entries) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++)
      all.set(`${parts.slice(0, depth).join('/')}/`, Buffer.alloc(0));
    all.set(path, data);
  }
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, data]) => ({ path, data }));
}

function record(signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = buffer.writeUInt32LE(signature);
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
