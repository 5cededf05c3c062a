import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { TotalTiles } from '../../components/TotalTiles/TotalTiles';

/** @internal */
export const CredentialTotals = (props: {
  credentials: readonly Credential[];
}) => {
  const { credentials } = props;
  const count = (test: (credential: Credential) => boolean) =>
    credentials.filter(test).length;
  const weak = count(c => c.strength.level === 'weak');
  const expired = count(c => c.expiry === 'expired');
  const unreadable = count(c => c.readable === false);
  return (
    <TotalTiles
      tiles={[
        {
          label: 'Credentials',
          value: credentials.length,
          note: `${count(c => c.usedBy.length === 0)} used by nothing`,
        },
        {
          label: 'Expired',
          value: expired,
          note: `${count(c => c.expiry === 'soon')} within two weeks`,
          alarm: expired > 0,
        },
        {
          label: 'Weak',
          value: weak,
          note: `${count(c => c.strength.level === 'fair')} fair`,
          alarm: weak > 0,
        },
        {
          label: 'Cannot be opened',
          value: unreadable,
          note: unreadable > 0 ? 'their key is missing' : 'every key is there',
          alarm: unreadable > 0,
        },
      ]}
    />
  );
};
