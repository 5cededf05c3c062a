import { KUBERNETES_VERSION } from './discovery';
import { resourceTypes, type ResourceType } from './ResourceType';
import type { JsonObject } from './json';

const OBJECT_SCHEMA = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

/**
 * OpenAPI v3 of one group version, or the index of them. Enough for kubectl to see that field validation and dry run are
 * the server's work.
 */
export function openApiV3(pathname: string): JsonObject | undefined {
  const paths = new Map<string, ResourceType[]>();
  for (const type of resourceTypes) {
    const path = type.group ? `apis/${type.apiVersion}` : `api/${type.version}`;
    paths.set(path, [...(paths.get(path) ?? []), type]);
  }
  if (pathname === '/openapi/v3') {
    return {
      paths: Object.fromEntries(
        [...paths.keys()].map(path => [
          path,
          { serverRelativeURL: `/openapi/v3/${path}?hash=lab` },
        ]),
      ),
    };
  }
  const types = paths.get(pathname.slice('/openapi/v3/'.length));
  return types ? document(types) : undefined;
}

function document(types: readonly ResourceType[]): JsonObject {
  return {
    openapi: '3.0.0',
    info: { title: 'CNOC lab', version: KUBERNETES_VERSION.gitVersion },
    paths: Object.fromEntries(
      types.map(type => [pathOf(type), operations(type)]),
    ),
    components: {
      schemas: Object.fromEntries(
        types.map(type => [schemaName(type), schema(type)]),
      ),
    },
  };
}

function pathOf(type: ResourceType): string {
  const root = type.group ? `/apis/${type.apiVersion}` : `/api/${type.version}`;
  return type.namespaced
    ? `${root}/namespaces/{namespace}/${type.plural}/{name}`
    : `${root}/${type.plural}/{name}`;
}

function schemaName({ group, version, kind }: ResourceType): string {
  const reversed = (group || 'core.api.k8s.io').split('.').reverse().join('.');
  return `${reversed}.${version}.${kind}`;
}

function groupVersionKind({ group, version, kind }: ResourceType): JsonObject {
  return { group, version, kind };
}

function operations(type: ResourceType): JsonObject {
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
    name => ({ name, in: 'query', schema: { type: 'string' } }),
  );
  const operation = (action: string) => ({
    operationId: `${action}${type.kind}`,
    parameters,
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': groupVersionKind(type),
  });
  return {
    get: operation('get'),
    put: operation('put'),
    patch: operation('patch'),
    delete: operation('delete'),
  };
}

function schema(type: ResourceType): JsonObject {
  return {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: OBJECT_SCHEMA,
      spec: OBJECT_SCHEMA,
      status: OBJECT_SCHEMA,
    },
    'x-kubernetes-group-version-kind': [groupVersionKind(type)],
  };
}
