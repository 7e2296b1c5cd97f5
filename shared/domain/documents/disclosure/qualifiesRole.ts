import { personRole } from './personRoles.ts'

/**
 * [DX3] A sentence that says something of somebody by a role: with a word of appraisal (« le porteur est peu rigoureux »),
 * or with the role as its subject (« la présidente boit ») unless the verb is one of a sitting or of the procedure:
 * « la présidente rappelle », « le porteur a fourni ».
 */
export const qualifiesRole = (sentence: string): boolean =>
  (role.test(sentence) && appraisal.test(sentence)) ||
  [...sentence.matchAll(subject)].some(({ 1: predicate = '' }) => !neutral.test(predicate))

const role = new RegExp(`(?<!\\p{L})${personRole}(?!\\p{L})`, 'iu')

const appraisal =
  /(?<!\p{L})(?:in)?(?:compétent|capable|fiable|sérieu[xs]|expérimenté|qualifié|honnête|rigoureu[xs]|motivé|efficace|crédible|impliqué|investi|professionnel|maladroit|négligent|malhonnête|désorganisé|dépassé|malade|fragile|conflictuel|autoritaire|brillant|remarquable|médiocre|défaillant)(?:le)?(?:e)?s?(?!\p{L})/iu

/** The role as a subject, then what is said of it. « Personne » alone is a pronoun, « responsable » too often an adjective. */
const subject = new RegExp(
  `(?:^|[,;:–—]\\s|\\s(?:mais|car|et|que|or|donc)\\s)(?:les?|la|l['’]|son|sa|ses|leurs?|une?|cet|cette|ce)[\\s\\u00A0]?(?!personne|responsable)${personRole}(?!\\p{L})` +
    // Of what, « de séance »; an apposition, « , présent, ».
    `(?:[\\s\\u00A0](?:de la|du|des|de l['’]|d['’]|de|en|par)[\\s\\u00A0]?[\\p{L}'’-]+)*(?:,[^,]{2,60},)?[\\s\\u00A0]+(\\p{L}.*)`,
  'giu',
)

/** Auxiliaries and pronouns, then a verb of the sitting or of the procedure, or no predicate about the person. */
const neutral =
  /^(?:(?:ne|n['’]|se|s['’]|lui|leur|en|y|le|la|les|l['’]|nous|a|ont|avait|avaient|est|sont|était|étaient|été|sera|seront|va|vont|fut|pas|alors|ensuite|aussi|également|puis|enfin|bien|ainsi)(?:[\s\u00A0]+|(?<=['’])))*(?:rappel|propos|demand|précis|indiqu|présent|met(?:s|tent|te)?(?!\p{L})|mis(?:e|es)?(?!\p{L})|ouvr|ouver|l[eè]v|soume|soumi|constat|répond|remerci|soulign|estim|expliqu|expos|inform|observ|not[eé]|ajout|conclu|invit|donn|accord|retir|pren|pris|quitt|rejoin|join|sort|entr[eé]|revien|rev[ei]n|arriv|vot[eé]|absten|abstien|abstenu|absen|excus|entendu|reçu|suspend|repren|repris|clos|clô|lu(?!\p{L})|lit(?!\p{L})|appel|salu|accueill|relèv|relev|confirm|fourni|transm|dépos|produi|envo|adress|engag|sign|doi|dev|peu[tv]|pourr|aur[ao]|dispos|souhait|sollicit|compt|prévoi|prévu|désign|nomm|élu|représent|assist|siég|fait(?!\p{L})|fer|fera|particip|port[eé]|complét|justifi|apport|bénéfici|finan|chang[eé]|habilit|autoris|charg|tenu|saisi|consult|convo|annonc|évoqu|mentionn|cit[eé]|rapport|tranch|décid|arrêt|fix|une?(?!\p{L})|seule?(?!\p{L}))/iu
