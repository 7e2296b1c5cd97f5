/** An address as it is asked: a server answers over https alone, whatever habit typed before its name. */
export const typedAddress = (typed: string): string => typed.trim().replace(/^http:\/\//i, 'https://')
