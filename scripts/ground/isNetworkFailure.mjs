const SIGNS =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|fetch failed|getaddrinfo|Temporary failure/i

/**
 * Whether the output of a command tells that the network is missing rather than something broken.
 * @param {string} output
 */
export function isNetworkFailure(output) {
  return SIGNS.test(output)
}
