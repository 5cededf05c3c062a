import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, type UserEntity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inertText } from '../repositories';
import type { GitPerson } from '../repositories/git/GitEngine';

/** Who people are in commits: as the catalog knows them. */
export interface People {
  /** @param ref - entity reference of a user, or `service:<subject>` */
  of(ref: string): Promise<GitPerson>;
}

/** For portals without a catalog, and for tests: the name of the reference. */
export const peopleByName: People = {
  of: async ref => personOf(ref, undefined),
};

/** Asks the catalog for the User entity of whoever commits. */
export class CatalogPeople implements People {
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  private constructor(options: CatalogPeopleOptions) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  static create(options: CatalogPeopleOptions): CatalogPeople {
    return new CatalogPeople(options);
  }

  async of(ref: string): Promise<GitPerson> {
    if (ref.startsWith('service:')) return personOf(ref, undefined);
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const entity = await this.#catalog.getEntityByRef(ref, { credentials });
      return personOf(ref, entity as UserEntity | undefined);
    } catch {
      // A catalog that does not answer is no reason to keep somebody from committing
      return personOf(ref, undefined);
    }
  }
}

export interface CatalogPeopleOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
}

/** Name and address as git can hold them: no angle brackets, no line ends. */
function personOf(ref: string, entity: UserEntity | undefined): GitPerson {
  const name = nameOf(ref);
  const profile = entity?.spec?.profile;
  const email = clean(profile?.email);
  return {
    name: clean(profile?.displayName) || name,
    email: /^[^\s@]+@[^\s@]+$/.test(email)
      ? email
      : `${name.replace(/[^\w.-]+/g, '-')}@users.noreply.cnoc.invalid`,
  };
}

function nameOf(ref: string): string {
  try {
    return (
      clean(parseEntityRef(ref, { defaultKind: 'user' }).name) || 'unknown'
    );
  } catch {
    return clean(ref) || 'unknown';
  }
}

function clean(text: string | undefined): string {
  return inertText(text ?? '', 200)
    .replace(/[<>\s]+/g, ' ')
    .trim();
}
