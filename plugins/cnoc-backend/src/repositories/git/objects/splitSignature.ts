import { SignedCommit } from '../GitEngine';

const header = /^gpgsig(-sha256)? /;

/**
 * Takes a raw commit apart as git does to check it: the bytes that were signed are the commit without its signature.
 * Two signatures leave open which one counts; such a commit is given whole, with a signature that no verifier takes.
 */
export function splitSignature(raw: Uint8Array): SignedCommit {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const kept: Buffer[] = [];
  const signatures: string[][] = [];
  let inSignature = false;
  let at = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, end);
    // The first empty line ends the headers.
    if (line[0] === 10) {
      break;
    }
    const text = line.toString('latin1');
    if (header.test(text)) {
      signatures.push([text.replace(header, '')]);
      inSignature = true;
    } else if (inSignature && text.startsWith(' ')) {
      signatures[signatures.length - 1].push(text.slice(1));
    } else {
      inSignature = false;
      kept.push(line);
    }
    at = end;
  }
  if (signatures.length === 0) {
    return { payload: raw };
  }
  if (signatures.length > 1) {
    return { payload: raw, signature: 'more than one signature' };
  }
  return {
    payload: Buffer.concat([...kept, bytes.subarray(at)]),
    signature: signatures[0].join(''),
  };
}
