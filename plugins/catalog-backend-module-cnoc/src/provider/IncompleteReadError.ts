import { CustomErrorBase } from '@backstage/errors';

/** The engine answered every request, and still the pages do not make one whole list. */
export class IncompleteReadError extends CustomErrorBase {
  name = 'IncompleteReadError' as const;
}
