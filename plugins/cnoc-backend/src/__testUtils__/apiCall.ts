import type { TestApi } from './TestApi';

export interface ApiAnswer {
  status: number;
  // The tests look into answers of many shapes, which the contract's validator has checked
  body: any;
  text: string;
}

/** A caller of the REST API that tells status and body, and remembers everything that was answered. */
export function apiCaller(api: TestApi) {
  const answers: string[] = [];
  const call = async (
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> => {
    const response = await fetch(`${api.url}/v1${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    answers.push(text);
    return {
      status: response.status,
      text,
      body: text ? JSON.parse(text) : undefined,
    };
  };
  return { call, answers };
}
