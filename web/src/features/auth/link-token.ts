let taken: string | null = null;

/**
 * The token of a mail's link, which stands behind the #. It is taken out of the address, so that it is
 * neither looked at over a shoulder nor kept in the history, and kept here for as long as the page lives.
 */
export function takeLinkToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (token) {
    taken = token;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, "", pathname + search);
  }
  return taken;
}

/** It was used, or turned out to be over. */
export function forgetLinkToken() {
  taken = null;
}
