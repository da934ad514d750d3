import type { FastifyError, FastifyInstance } from 'fastify';
import { logged, storageProblem } from '../db/failure.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { type RefusalStatus, refusalStatus, refuse } from './refusal.ts';

const said: Partial<Record<RefusalStatus, { readonly rule: string; readonly message: string }>> = {
  413: { rule: 'too-large', message: 'This call carries more than the server takes at once. Send less, or in parts.' },
  415: {
    rule: 'content-type',
    message: 'The server cannot read this kind of content; see the content-type of the call.',
  },
  429: { rule: 'too-many', message: 'Too many calls in a short time. Wait a minute and try again.' },
  500: { rule: 'internal', message: 'Something went wrong in the server. Its log says more.' },
};

/** True for a multipart form that breaks off or makes no sense: its reader gives its errors no status. */
function isBrokenForm({ message }: Error): boolean {
  return /^(?:Unexpected end of (?:form|file|multipart data)|Malformed (?:part header|content type)|Multipart: )/.test(
    message,
  );
}

/** Says in words what is wrong with a call. What went wrong inside goes to the log and not to the caller. */
export function sayErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof UnknownRecord) {
      const { what, id, message } = error;
      return refuse(request, reply, 404, [{ rule: `unknown-${what}`, message, element: id }]);
    }
    const storage = storageProblem(error);
    if (storage !== null) {
      request.log.error(logged(error), 'The database failed');
      return refuse(request, reply, 503, [storage]);
    }
    const status = isBrokenForm(error) ? 400 : refusalStatus(error.statusCode);
    if (status === 500) request.log.error({ err: error }, 'A call failed');
    return refuse(request, reply, status, [said[status] ?? { rule: 'malformed', message: error.message }]);
  });

  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, 404, [
      { rule: 'unknown-route', message: `There is nothing at ${request.method} ${request.url.split('?', 1)[0]}.` },
    ]),
  );
}
