import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { canTake, isAcceptable, isPlannable } from './findingSteps';
import type { FindingHandlers } from './FindingHandlers';

/**
 * What can be done about one finding. What the person may not do is not offered: the bar below says why.
 *
 * @internal
 */
export const FindingMenu = (props: {
  finding: Finding;
  handlers: FindingHandlers;
}) => {
  const { finding, handlers } = props;
  const { may } = handlers;
  const entries = [
    may.plan &&
      isPlannable(finding) && {
        label: 'Deploy git’s value',
        act: () => handlers.onDeploy([finding]),
      },
    may.accept &&
      isAcceptable(finding) && {
        label: 'Accept live into git',
        act: () => handlers.onAccept([finding]),
      },
    may.triage &&
      canTake(finding, 'acknowledged') && {
        label: 'Acknowledge',
        act: () => handlers.onAcknowledge([finding]),
      },
    may.triage &&
      canTake(finding, 'suppressed') && {
        label:
          finding.status === 'suppressed'
            ? 'Change the suppression…'
            : 'Suppress…',
        act: () => handlers.onSuppress([finding]),
      },
    may.triage &&
      canTake(finding, 'open') && {
        label: 'Open again',
        act: () => handlers.onReopen([finding]),
      },
  ].flatMap(entry => (entry ? [entry] : []));
  if (entries.length === 0) return null;
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiMore2Line />}
        aria-label={`Actions for ${finding.kind} ${finding.name}`}
      />
      <Menu placement="bottom end">
        {entries.map(({ label, act }) => (
          <MenuItem key={label} onAction={act}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
