import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageHeaders } from '../hosts/page-headers.ts';
import { SessionTokens, sameSecret } from './session-tokens.ts';

/** The largest body any plain request may carry; files come through the socket. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * Decides whether a request comes from our own window. Other programs on this machine and every web page the user has
 * open can reach the port, so nothing is believed but the exact address and the session.
 */
export class Guard {
  readonly origin: string;
  readonly tokens: SessionTokens;
  readonly #host: string;
  /** Cookies do not know ports: without the number two programs would take each other's. */
  readonly #cookie: string;

  constructor(port: number, now: () => number) {
    this.#host = `127.0.0.1:${port}`;
    this.origin = `http://${this.#host}`;
    this.#cookie = `hangjia_${port}`;
    this.tokens = new SessionTokens(now);
  }

  /** The exact Host (a foreign name means DNS rebinding) and, where the browser tells, our own Origin. */
  hasOwnAddress(request: IncomingMessage): boolean {
    const { host = [], origin = [], 'sec-fetch-site': site = [] } = request.headersDistinct;
    if (host.length !== 1 || host[0] !== this.#host) return false;
    if (origin.some((value) => value !== this.origin)) return false;
    return site.every((value) => value === 'same-origin' || value === 'none');
  }

  /** A socket opened by a page always names its origin: without one it is not our window. */
  hasOwnOrigin(request: IncomingMessage): boolean {
    const { origin = [] } = request.headersDistinct;
    return origin.length === 1 && origin[0] === this.origin;
  }

  hasSession(request: IncomingMessage): boolean {
    return this.#cookieValues(request).some((value) => this.tokens.isOpen(value));
  }

  /** `Authorization: Bearer …` as the second start of the program sends it. */
  hasBearer(request: IncomingMessage, secret: string): boolean {
    const { authorization = [], origin = [] } = request.headersDistinct;
    const given = /^Bearer ([\w-]+)$/.exec(authorization[0] ?? '')?.[1];
    return origin.length === 0 && authorization.length === 1 && given !== undefined && sameSecret(given, secret);
  }

  sessionCookie(session: string): string {
    return `${this.#cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  get cookieName(): string {
    return this.#cookie;
  }

  #cookieValues(request: IncomingMessage): string[] {
    return (request.headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim().split('='))
      .filter(([name]) => name === this.#cookie)
      .map(([, value]) => value ?? '');
  }
}

/** Set on every response, refusals included. */
export function setSecurityHeaders(response: ServerResponse, port: number, isDevelopment: boolean): void {
  const headers = {
    ...pageHeaders({
      connections: `ws://127.0.0.1:${port}`,
      // The development server puts a script into the page itself.
      scripts: isDevelopment ? "'unsafe-inline'" : '',
    }),
    // Other pages of the user's browser must not reach into ours.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
