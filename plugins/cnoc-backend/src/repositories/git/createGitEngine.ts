import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AddressPolicy } from '../../fabrics/network';
import { GitBudgets } from './GitBudgets';
import { GitEngine } from './GitEngine';
import { GitError } from './GitError';
import { IsomorphicGitEngine } from './isomorphic/IsomorphicGitEngine';
import { LazyGitEngine } from './LazyGitEngine';
import { SystemGitEngine } from './SystemGitEngine';

const choices = ['auto', 'system', 'isomorphic'] as const;

/**
 * The engine that `cnoc.git.engine` names: `system` uses the machine's git, `isomorphic` needs none and knows no ssh,
 * `auto` (the default) takes git where a new enough one answers.
 *
 * @param options - `directory` holds the cached repositories; `binary` is the git to try
 * @throws InputError for another word
 */
export function createGitEngine(options: {
  config: Config;
  directory: string;
  policy: AddressPolicy;
  logger?: LoggerService;
  budgets?: Partial<GitBudgets>;
  binary?: string;
}): GitEngine {
  const { config, directory, policy, logger, budgets, binary } = options;
  const asked = config.getOptionalString('cnoc.git.engine') ?? 'auto';
  const choice = choices.find(each => each === asked);
  const system = () =>
    SystemGitEngine.create({ directory, policy, budgets, binary });
  const isomorphic = () =>
    IsomorphicGitEngine.create({ directory, policy, budgets });
  if (choice === 'system') {
    return system();
  }
  if (choice === 'isomorphic') {
    return isomorphic();
  }
  if (choice !== 'auto') {
    throw new InputError(
      `cnoc.git.engine is one of ${choices.join(', ')}; '${asked}' is not.`,
    );
  }
  return LazyGitEngine.create(async () => {
    const engine = system();
    try {
      const version = await engine.version();
      logger?.info(`Git is read with git ${version} of this machine`);
      return engine;
    } catch (error) {
      // A machine that is slow just now may well have git; the next call asks again.
      if (!(error instanceof GitError) || error.reason !== 'failed') {
        throw error;
      }
      logger?.warn(
        `Git is read without git, so not over ssh: ${error.message}`,
      );
      return isomorphic();
    }
  });
}
