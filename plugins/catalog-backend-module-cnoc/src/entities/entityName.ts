import { createHash } from 'node:crypto';

const MAX_LENGTH = 63;
const HASH_LENGTH = 12;
const PLAIN = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/;
const LOOKS_HASHED = new RegExp(`-[0-9a-f]{${HASH_LENGTH}}$`);

/**
 * Entity name of a fabric's System: the fabric's own name wherever the catalog can take it.
 *
 * @param fabric - name of the fabric, 1–63 characters
 */
export function fabricEntityName(fabric: string): string {
  return isPlain(fabric) ? fabric : hashedName(fabric, [fabric]);
}

/**
 * Entity name of a resource: `<fabric>-<kind>-<name>` in lower case wherever the catalog can take it and only this
 * resource can mean it, else the same, cut, with a hash of the three parts behind it. Depends on nothing else that the
 * fabric or the portal holds, so that an entity keeps its name for life.
 *
 * @param kindWords - every kind's name in lower case
 */
export function resourceEntityName(
  resource: { fabric: string; kind: string; name: string },
  kindWords: ReadonlySet<string>,
): string {
  const { fabric, kind, name } = resource;
  const text = `${fabric}-${kind.toLowerCase()}-${name}`;
  return isPlain(text) && !holdsKindWord(fabric, kindWords)
    ? text
    : hashedName(text, [fabric, kind, name]);
}

// A plain name that looks hashed gets a hash itself, so that no plain name equals a hashed one. Upper case is not plain,
// because entity references ignore case.
function isPlain(text: string): boolean {
  return (
    text.length <= MAX_LENGTH && PLAIN.test(text) && !LOOKS_HASHED.test(text)
  );
}

// The VPC `server-x` of fabric `lab` and the server `x` of fabric `lab-vpc` would both be `lab-vpc-server-x`. Two fabrics
// can only meet like this when the longer name holds a kind's word after its first part.
function holdsKindWord(
  fabric: string,
  kindWords: ReadonlySet<string>,
): boolean {
  return fabric
    .split('-')
    .slice(1)
    .some(part => kindWords.has(part));
}

function hashedName(text: string, identity: string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(identity))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const readable = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/[^a-z0-9]+$/, '');
  return readable ? `${readable}-${hash}` : `cnoc-${hash}`;
}
