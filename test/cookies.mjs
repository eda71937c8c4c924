// The cookies an answer sets, a line each. Debian's own Node has no getSetCookie(): there they come as one text, and a
// comma parts two of them only where a name follows it.
export const cookiesSet = headers => headers.getSetCookie?.() ??
  (headers.get('set-cookie') ?? '').split(/, (?=[^;=,\s]+=)/).filter(Boolean)
