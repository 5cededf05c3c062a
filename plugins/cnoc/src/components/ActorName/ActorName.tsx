import { OwnerLink } from '../OwnerLink/OwnerLink';
import { Name } from '../Name/Name';

const ENTITY_REF = /^(user|group):[^/\s]+\/[^/\s]+$/i;

/**
 * Who did something: a person of the catalog as a link, a field manager or a commit's author as text.
 *
 * @internal
 */
export const ActorName = ({ actor }: { actor: string }) =>
  ENTITY_REF.test(actor) ? <OwnerLink owner={actor} /> : <Name>{actor}</Name>;
