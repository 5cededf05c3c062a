import { applyDefaults, kindOf, type KubernetesObject } from '@cnoc/hedgehog';
import type { Answer, ApiCaller } from '@cnoc/lab/src/testing';

export interface Verdict {
  accepts: boolean;
  why: string;
}

/**
 * What the API server says to a strict dry run of creating the object. Where it only misses required fields, the object
 * is tried again with Hedgehog's defaults: in a real cluster the webhook fills them in before the schema is asked.
 */
export async function serverVerdict(
  api: ApiCaller,
  object: KubernetesObject,
): Promise<Verdict> {
  const raw = await tryCreate(api, object);
  const answer = onlyMisses(raw)
    ? await tryCreate(api, applyDefaults(object))
    : raw;
  return {
    accepts: answer.code === 201,
    why: `${answer.code} ${String(answer.body.message ?? '')}`,
  };
}

async function tryCreate(
  api: ApiCaller,
  object: KubernetesObject,
): Promise<Answer> {
  const { apiVersion, plural } = kindOf(object) as NonNullable<
    ReturnType<typeof kindOf>
  >;
  const path = `/apis/${apiVersion}/namespaces/default/${plural}`;
  const answer = await api.request(
    'POST',
    `${path}?dryRun=All&fieldValidation=Strict`,
    object,
  );
  if (![201, 400, 422].includes(answer.code)) {
    throw new Error(`${path}: ${answer.code} ${answer.text}`);
  }
  return answer;
}

function onlyMisses({ code, body }: Answer): boolean {
  const { causes } = (body.details ?? {}) as { causes?: { reason: string }[] };
  return (
    code === 422 &&
    causes !== undefined &&
    causes.every(({ reason }) => reason === 'FieldValueRequired')
  );
}
