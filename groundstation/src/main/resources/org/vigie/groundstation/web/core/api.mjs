// Requests to the station that served this page, and to no other.

/** A station that does not answer in this time is said not to. */
const TIMEOUT_MS = 10_000;

/** A refusal (RFC 9457) or a station that did not answer (status 0). */
export class ApiProblem extends Error {
  constructor(status, body) {
    super(body.title ?? String(status));
    this.status = status;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.body = body;
  }

  /** In a sentence: what the station says, as it says it. */
  get sentence() {
    const errors = Array.isArray(this.body.errors)
      ? this.body.errors.map((error) => `${error.field ?? ''} ${error.detail ?? ''}`.trim())
      : [];
    return [this.title, this.detail, ...errors].filter((part) => part).join(' · ');
  }
}

async function request(method, path, body) {
  const headers = { Accept: 'application/json, application/problem+json' };
  const lang = document.documentElement.lang;
  if (lang) {
    headers['Accept-Language'] = lang;
  }
  const options = { method, headers, signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'no-store' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (error) {
    throw new ApiProblem(0, { title: '', detail: '' });
  }
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return answer;
}

/** What an answer that is no success says. */
export async function problemOf(answer) {
  let body = {};
  try {
    body = await answer.json();
  } catch {
    // a proxy's page, or nothing: the status is all there is
  }
  return new ApiProblem(answer.status, body !== null && typeof body === 'object' ? body : {});
}

export async function getJson(path) {
  return (await request('GET', path)).json();
}

/** Posts JSON and gives the answer's JSON, or null where there is none. */
export async function postJson(path, body = {}) {
  const answer = await request('POST', path, body);
  return answer.status === 204 ? null : answer.json();
}

export async function remove(path) {
  await request('DELETE', path);
}

/** The address of a WebSocket of this station. */
export function socketUrl(path) {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${scheme}//${location.host}${path}`;
}
