/**
 * Makes a field of the portal's UI kit show a problem below itself, at once and not only when a form is submitted.
 *
 * @internal
 */
export const fieldProblem = (problem: string | undefined) =>
  ({
    validationBehavior: 'aria',
    validate: () => problem ?? null,
  } as const);
