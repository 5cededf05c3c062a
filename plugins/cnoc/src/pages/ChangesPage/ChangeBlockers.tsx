import type { ChangePreview } from '@cnoc/backstage-plugin-cnoc-common';
import { Blockers } from '../../components/Blockers/Blockers';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { plural } from '../../text/plural';

/**
 * Why the drafts cannot be committed; nothing when they can.
 *
 * @internal
 */
export const ChangeBlockers = ({ preview }: { preview: ChangePreview }) => {
  const { blockers } = preview;
  if (blockers.length === 0) return null;
  return (
    <Blockers
      title={`${plural(blockers.length, 'blocker')}: this cannot be committed`}
    >
      <DiagnosticList label="Blockers" diagnostics={blockers} />
    </Blockers>
  );
};
