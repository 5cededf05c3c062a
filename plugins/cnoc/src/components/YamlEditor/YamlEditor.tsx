import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { YamlEditorProps } from './YamlEditorView';

const YamlEditorView = lazy(() =>
  import('./YamlEditorView').then(m => ({ default: m.YamlEditorView })),
);

/**
 * Text of one YAML document, with what is wrong marked at its line.
 *
 * @internal
 */
export const YamlEditor = (props: YamlEditorProps) => (
  <Suspense fallback={<Skeleton width="100%" height={320} />}>
    <YamlEditorView {...props} />
  </Suspense>
);
