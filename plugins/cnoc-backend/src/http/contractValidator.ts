import { spec } from '@cnoc/backstage-plugin-cnoc-common';
import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types';

/**
 * Refuses requests that the contract does not allow: unknown routes, parameters and fields, wrong types and lengths.
 *
 * @param options - `responses`: also refuse answers that the contract does not allow; for tests
 */
export function contractValidator(options: {
  responses: boolean;
}): RequestHandler[] {
  return middleware({
    // The validator resolves references in place
    apiSpec: structuredClone(spec) as unknown as OpenAPIV3.DocumentV3,
    validateApiSpec: false,
    validateSecurity: false,
    validateRequests: { allowUnknownQueryParameters: false },
    validateResponses: options.responses,
    // The router may be mounted anywhere
    useRequestUrl: true,
  });
}
