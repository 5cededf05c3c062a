import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler } from 'express';
import { ClusterError } from '../live';

const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  PreconditionFailedError: 412,
  PayloadTooLargeError: 413,
  UnsupportedMediaTypeError: 415,
  ServiceUnavailableError: 503,
};

interface Answer {
  status: number;
  name: string;
  message: string;
}

/**
 * Answers every error in Backstage's error body, with nothing in it but a name and a sentence: no stack, cause, SQL, path
 * or address, also while developing. What was not foreseen is logged under an id that the answer names.
 */
export function errorHandler(logger: LoggerService): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const answer = answerOf(error) ?? unforeseen(error, logger);
    response.status(answer.status).json({
      error: { name: answer.name, message: answer.message },
      request: { method: request.method, url: request.path },
      response: { statusCode: answer.status },
    });
  };
}

function answerOf(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ClusterError) {
    return {
      status: 503,
      name: 'ServiceUnavailableError',
      message: error.message,
    };
  }
  if (['GitError', 'CredentialError', 'WorkerError'].includes(error.name)) {
    return {
      status: 503,
      name: 'ServiceUnavailableError',
      message: error.message,
    };
  }
  if (STATUS[error.name]) {
    return {
      status: STATUS[error.name],
      name: error.name,
      message: error.message,
    };
  }
  return validationAnswer(error);
}

/** Errors of the contract's validator and of the body parser carry a status. */
function validationAnswer(
  error: Error & {
    status?: unknown;
    errors?: { path: string; message: string }[];
  },
): Answer | undefined {
  switch (error.status) {
    case 404:
    case 405:
      return {
        status: 404,
        name: 'NotFoundError',
        message: 'No such route; see openapi.json',
      };
    case 413:
      return {
        status: 413,
        name: 'PayloadTooLargeError',
        message: 'The body is larger than 2 MB',
      };
    case 415:
      return {
        status: 415,
        name: 'UnsupportedMediaTypeError',
        message: 'Send application/json',
      };
    case 400:
      return {
        status: 400,
        name: 'InputError',
        message: error.errors?.length
          ? error.errors
              .slice(0, 5)
              .map(one => `${fieldOf(one.path)}: ${one.message}`)
              .join('; ')
          : 'The request cannot be read; is the body valid JSON?',
      };
    default:
      return undefined;
  }
}

function fieldOf(path: string): string {
  return path.replace(/^\//, '').replace(/\//g, '.').slice(0, 200);
}

function unforeseen(error: unknown, logger: LoggerService): Answer {
  const id = randomUUID();
  const code =
    error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  const place = error instanceof Error ? placeOf(error.stack) : 'no stack';
  logger.error(
    `Request failed (${id}): ${
      error instanceof Error ? error.name : typeof error
    }${code} at ${place}`,
  );
  return {
    status: 500,
    name: 'InternalServerError',
    message: `CNOC could not answer; the log of the backend has the cause under ${id}`,
  };
}

/** Function and line of the first frames, without the machine's folders. */
function placeOf(stack: string | undefined): string {
  const frames = (stack ?? '').match(/^\s+at .*$/gm) ?? [];
  return frames
    .slice(0, 4)
    .map(frame =>
      frame
        .trim()
        .replace(/^at /, '')
        .replace(/\(?[^\s(]*[/\\]/, '('),
    )
    .join(' < ');
}
