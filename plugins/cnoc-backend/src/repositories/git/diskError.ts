import { gitError } from './gitFailure';

const diskFullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A disk that is full is the machine's trouble, not that of what was written. */
export function diskError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code && diskFullCodes.has(code) ? gitError('diskFull') : error;
}
