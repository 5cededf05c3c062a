import type { FabricGit } from '@cnoc/backstage-plugin-cnoc-common';
import { DiagnosticList } from '../../../components/DiagnosticList/DiagnosticList';
import { Panel } from '../../../components/Panel/Panel';
import { plural } from '../../../text/plural';

/**
 * What is wrong with the newest commit, with links to the lines; nothing when nothing is.
 *
 * @internal
 */
export const GitDiagnostics = ({ git }: { git: FabricGit }) => {
  const { diagnostics } = git.sync;
  if (diagnostics.length === 0) return null;
  return (
    <Panel title="Diagnostics" note={plural(diagnostics.length, 'remark')}>
      <DiagnosticList label="Diagnostics" diagnostics={diagnostics} />
    </Panel>
  );
};
