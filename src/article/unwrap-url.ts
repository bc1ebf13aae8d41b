/** Addresses that stand for another one, which they carry whole. */
const WRAPPERS: readonly { readonly host: RegExp; readonly inner: (url: URL) => string | null }[] = [
  // AMP caches: https://developers.google.com/amp/cache/overview#amp-cache-url-format
  {
    host: /\.cdn\.ampproject\.org$|\.bing-amp\.com$/,
    inner: (url) => hostInPath(url, /^\/[a-z]{1,2}\/(s\/)?/),
  },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, inner: (url) => hostInPath(url, /^\/amp\/(s\/)?/) },
  // Google Alerts and search results.
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, inner: (url) => parameter(url, '/url', ['url', 'q']) },
  { host: /^(?:www\.)?bing\.com$/, inner: (url) => parameter(url, '/news/apiclick.aspx', ['url']) },
  { host: /^lm?\.facebook\.com$/, inner: (url) => parameter(url, '/l.php', ['u']) },
  {
    host: /^feeds\.feedburner\.com$|^feedproxy\.google\.com$/,
    inner: (url) => parameter(url, null, ['url']),
  },
];

/**
 * The address that another one wraps: of AMP caches, of Google Alerts, of Bing News. Those that only a request reveals
 * (feed proxies, shorteners) are followed when the page is fetched.
 *
 * @returns an absolute http(s) URL, or null when `url` stands for itself
 */
export function unwrapUrl(url: URL): string | null {
  for (const { host, inner } of WRAPPERS) {
    const wrapped = host.test(url.hostname) ? inner(url) : null;
    if (wrapped !== null && /^https?:\/\/[^/?#]*\.[^/?#]/i.test(wrapped)) return wrapped;
  }
  return null;
}

/** "/c/s/news.example/a" is https://news.example/a; without the "s", http. */
function hostInPath(url: URL, prefix: RegExp): string | null {
  const [start, secure] = prefix.exec(url.pathname) ?? [];
  if (start === undefined) return null;
  return `${secure === undefined ? 'http' : 'https'}://${url.pathname.slice(start.length)}${url.search}`;
}

function parameter(url: URL, path: string | null, names: readonly string[]): string | null {
  if (path !== null && url.pathname !== path) return null;
  return names.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? null;
}
