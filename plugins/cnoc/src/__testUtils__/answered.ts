/** What a request that the engine refused looks like to its caller. */
export function answered(statusCode: number, message = 'Refused'): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: { name: 'Error', message },
  });
}
