import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Sessions kept at once; the oldest is forgotten when another is opened. */
const MAX_SESSIONS = 64;
const MAX_LAUNCH_TOKENS = 64;

interface Secret {
  readonly digest: Buffer;
  /** Milliseconds since 1970; null for ever. */
  readonly expiresAt: number | null;
}

/** The launch tokens not used yet and the sessions they were exchanged for. Only digests are kept. */
export class SessionTokens {
  readonly #now: () => number;
  #launch: Secret[] = [];
  #sessions: Secret[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A token that can be exchanged once, within `lifetimeMs` (null: as long as the program runs). */
  mintLaunchToken(lifetimeMs: number | null): string {
    const token = newSecret();
    const expiresAt = lifetimeMs === null ? null : this.#now() + lifetimeMs;
    this.#launch = [...this.#launch, { digest: digest(token), expiresAt }].slice(-MAX_LAUNCH_TOKENS);
    return token;
  }

  /** Spends a launch token for a new session; null when the token is unknown, spent or too old. */
  exchange(token: string): string | null {
    const found = this.#find(this.#launch, token);
    if (found === null) return null;
    this.#launch = this.#launch.filter((secret) => secret !== found);
    return this.openSession();
  }

  openSession(): string {
    const session = newSecret();
    this.#sessions = [...this.#sessions, { digest: digest(session), expiresAt: null }].slice(-MAX_SESSIONS);
    return session;
  }

  isOpen(session: string): boolean {
    return this.#find(this.#sessions, session) !== null;
  }

  closeSession(session: string): void {
    const found = this.#find(this.#sessions, session);
    this.#sessions = this.#sessions.filter((secret) => secret !== found);
  }

  /** Compares with every secret, so that the time taken tells nothing about any of them. */
  #find(secrets: readonly Secret[], value: string): Secret | null {
    const given = digest(value);
    const now = this.#now();
    let found: Secret | null = null;
    for (const secret of secrets) {
      const isSame = timingSafeEqual(secret.digest, given);
      if (isSame && (secret.expiresAt === null || now < secret.expiresAt)) found = secret;
    }
    return found;
  }
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/** 256 bits nobody can guess, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
