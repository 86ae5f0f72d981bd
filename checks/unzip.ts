import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY_BYTES = 22;
const STORED = 0;

/**
 * The files of a zip archive by their paths, read as its directory lists them. Takes what our packages
 * are: no comment, no encryption, less than 4 GiB. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - END_OF_DIRECTORY_BYTES;
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error(`no entry at byte ${at}`);
    const nameBytes = archive.readUInt16LE(at + 28);
    const otherBytes = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const name = archive.toString('utf8', at + 46, at + 46 + nameBytes);
    const bytes = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(start, start + bytes);
    files.set(name, archive.readUInt16LE(at + 10) === STORED ? data : inflateRawSync(data));
    at += 46 + nameBytes + otherBytes;
  }
  return files;
}
