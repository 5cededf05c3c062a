import { ConflictError } from '@backstage/errors';

/**
 * Says that fabrics still need a thing, naming those that the caller may see.
 *
 * @param all - how many there are
 */
export function inUse(
  thing: string,
  readable: readonly string[],
  all: number,
): ConflictError {
  const hidden = all - readable.length;
  const named = readable.map(name => `'${name}'`);
  const others = hidden > 0 ? [`${hidden} that you may not see`] : [];
  return new ConflictError(
    `${thing} is used by ${[...named, ...others].join(
      ', ',
    )}; let those fabrics use another one first`,
  );
}
