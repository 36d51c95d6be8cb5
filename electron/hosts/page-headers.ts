/** What a host may reach beyond its own files. */
export interface PagePolicyOptions {
  /** Sources of scripts and connections beside the page's own origin. */
  readonly scripts?: string;
  readonly connections?: string;
}

/** Headers of every response of either host; a user's file brings a stricter policy of its own. */
export function pageHeaders(options: PagePolicyOptions = {}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': pagePolicy(options),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  };
}

/** Scripts from our own files only. Styles may be inline: the component library writes its theme into the page. */
function pagePolicy({ scripts = '', connections = '' }: PagePolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${connections}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
    .map((directive) => directive.trim())
    .join('; ');
}
