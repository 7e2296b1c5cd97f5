/** « de Mme Le Goff », « d’Anne Le Goff ». An h is taken as it is most often in names: « de Hamon ». The service is not a name: « du secrétariat ». */
export const ofName = (name: string): string =>
  name === 'Secrétariat'
    ? 'du secrétariat'
    : /^[aeiouàâäéèêëîïôöùûü]/i.test(name)
      ? `d’${name}`
      : `de ${name}`
