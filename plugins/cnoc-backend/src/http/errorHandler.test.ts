import { mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { ClusterError } from '../live';
import { errorHandler } from './errorHandler';

function answer(error: unknown) {
  const logger = mockServices.logger.mock();
  const app = express();
  app.get('/x', (_request, _response, next) => next(error));
  app.use(errorHandler(logger));
  return { logger, sent: request(app).get('/x?token=secret') };
}

describe('errorHandler', () => {
  it.each([
    [new InputError('bad'), 400],
    [new NotAllowedError('no'), 403],
    [new NotFoundError('gone'), 404],
    [new ConflictError('busy'), 409],
    [new ClusterError('unavailable', 'down'), 503],
  ])('%s answers %i in its own words', async (error, status) => {
    const response = await answer(error).sent;
    expect(response.status).toBe(status);
    expect(response.body).toEqual({
      error: { name: expect.any(String), message: error.message },
      request: { method: 'GET', url: '/x' },
      response: { statusCode: status },
    });
  });

  it.each([
    Object.assign(
      new Error('insert into plans - SQLITE_ERROR at /srv/app/db.sqlite'),
      { code: 'SQLITE_ERROR' },
    ),
    new Error('connect ECONNREFUSED 10.1.2.3:6443'),
    'a text',
  ])('H20: %s is neither told nor logged, but can be found', async error => {
    const { logger, sent } = answer(error);
    const response = await sent;
    expect(response.status).toBe(500);
    const said = response.text + JSON.stringify(logger.error.mock.calls);
    expect(said).not.toMatch(/insert|\/srv|10\.1\.2\.3|secret/);
    const [id] = /[0-9a-f-]{36}/.exec(response.body.error.message)!;
    expect(logger.error.mock.calls[0][0]).toContain(id);
  });
});
