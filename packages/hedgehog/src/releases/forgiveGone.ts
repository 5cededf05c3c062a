import { Problem } from '../kinds/Kind';
import { GoneField, goneFields } from './releaseFields';

/** Problems without those of unknown fields that the release still has; after it, they say what took the field's place. */
export function forgiveGone(
  problems: readonly Problem[],
  kind: string,
  release: string,
): Problem[] {
  return problems.flatMap(problem => {
    const gone =
      problem.rule === 'field.unknown' &&
      goneFields.find(field => field.kind === kind && isAt(field, problem));
    if (!gone) return [problem];
    if (release < gone.gone) return [];
    return [
      {
        ...problem,
        hint: `It went in Hedgehog ${gone.gone}; use ${gone.instead}.`,
      },
    ];
  });
}

function isAt({ path }: GoneField, problem: Problem): boolean {
  const keys = path.split('.');
  return (
    keys.length === problem.path.length &&
    keys.every((key, index) => key === '*' || key === problem.path[index])
  );
}
