/** « de Mme Le Goff », « d’Anne Le Goff ». An h is taken as it is most often in names: « de Hamon ». */
export const ofName = (name: string): string =>
  /^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`
