import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { problemInWords } from './problemWords.ts'

/** The sentence a person reads: what happened, what is safe, what to do. */
export function refusalSentence(refusal: Refusal): string {
  return sentences[refusal.code](refusal.details)
}

type Details = Refusal['details']

const untouched = 'Rien n’a été modifié.'
const workKept = 'Votre travail est conservé sur ce poste.'

const sentences: Record<RefusalCode, (details: Details) => string> = {
  'file.wrong-secret': () =>
    `Ce secret n’ouvre pas le fichier. ${untouched} Vérifiez les majuscules et le clavier, ou utilisez le code de secours imprimé à la création.`,
  'file.not-a-delibere-file': (d) =>
    `${name(d, 'path', 'Ce fichier')} n’est pas un fichier Délibéré. ${untouched} Choisissez un fichier dont le nom finit par « .delibere ».`,
  'file.truncated': () =>
    `Le fichier est incomplet : il a sans doute été mal copié. ${untouched} Reprenez-le sur la clé ou le poste d’origine, ou ouvrez une sauvegarde.`,
  'file.newer-version': () =>
    `Ce fichier a été enregistré par une version plus récente de Délibéré. ${untouched} Mettez l’application à jour, puis ouvrez-le de nouveau.`,
  'file.read-only': () =>
    `L’emplacement est en lecture seule : on ne peut pas y écrire. ${untouched} Copiez le fichier sur un disque où vous pouvez écrire.`,
  'file.disk-full': () =>
    `Le disque est plein : la dernière action n’a pas pu être enregistrée. Tout ce qui précède est sauf. Libérez de la place, puis recommencez.`,
  'file.in-use': () =>
    `Ce fichier est déjà ouvert, dans une autre fenêtre ou sur un autre poste. ${untouched} Fermez-le là-bas, puis recommencez.`,
  'file.missing': (d) =>
    `${name(d, 'path', 'Le fichier')} est introuvable. ${untouched} Vérifiez l’emplacement, ou branchez la clé qui le contient.`,
  'file.exists': (d) =>
    `${name(d, 'path', 'Un fichier de ce nom')} existe déjà. Il n’a pas été touché. Choisissez un autre nom.`,
  'file.weak-passphrase': (d) =>
    `La phrase secrète est trop courte : il faut au moins ${value(d, 'minimum', '12')} caractères. ${untouched} Quelques mots sans rapport entre eux conviennent très bien.`,
  'file.damaged': (d) =>
    `Le fichier est abîmé${detail(d, 'where')}. ${untouched} Gardez-en une copie et ouvrez une sauvegarde.`,
  'file.no-quick-unlock': () =>
    `Ce poste n’a pas gardé de quoi ouvrir ce fichier sans phrase secrète. ${untouched} Saisissez la phrase secrète.`,
  'file.cancelled': () => `L’opération a été annulée. ${untouched}`,
  'file.none-open': () => `Aucun fichier de comité n’est ouvert. ${untouched} Ouvrez-en un, ou créez-le.`,
  'commit.empty': () => `Il n’y avait rien à enregistrer. ${untouched}`,
  'commit.too-many-operations': () =>
    `L’action contient trop de changements pour être enregistrée d’un bloc. ${untouched} Procédez en plusieurs fois.`,
  'commit.too-large': () =>
    `Le texte est trop long pour être enregistré d’un bloc. ${untouched} Raccourcissez-le ou joignez-le en annexe.`,
  'commit.malformed': (d) => brokenLog('une écriture du journal est illisible', d),
  'commit.bad-identifier': (d) => brokenLog('une écriture du journal ne correspond pas à son empreinte', d),
  'commit.bad-signature': (d) => brokenLog('une signature du journal n’est pas valable', d),
  'commit.bad-body': (d) => brokenLog('le contenu d’une écriture a été modifié', d),
  'chain.gap': (d) => brokenLog('il manque une écriture dans le journal', d),
  'chain.broken': (d) => brokenLog('l’enchaînement du journal est rompu', d),
  'entity.missing': () =>
    `L’élément demandé n’existe pas, ou n’existe plus. ${untouched} Revenez à la liste.`,
  'entity.exists': () => `Cet élément existe déjà. ${untouched}`,
  'entity.changed-meanwhile': () =>
    `L’élément a changé entre-temps. ${untouched} Relisez-le, puis recommencez si c’est toujours utile.`,
  'input.invalid': (d) =>
    `La saisie n’est pas utilisable${detail(d, 'reason')}. ${untouched} Corrigez-la, puis recommencez.`,
  'undo.nothing': () => 'Il n’y a rien à annuler ni à rétablir.',
  'import.lines-refused': (d) =>
    `L’import n’a pas eu lieu, parce que des lignes ne sont pas utilisables : ${listed(d, 'lines')}. ${untouched} Corrigez le tableau, puis recommencez.`,
  'import.nothing-found': () =>
    `Aucune candidature n’a été trouvée dans ce document. ${untouched} Vérifiez que c’est le bon document et le bon format.`,
  'grid.invalid': (d) =>
    `La grille n’est pas utilisable : ${problemsInWords(d, 'problems')}. ${untouched} Complétez-la, puis recommencez.`,
  'grid.locked': () =>
    `La grille est verrouillée : une première fiche a été déposée. ${untouched} Faites-en une nouvelle version.`,
  'mark.comment-required': (d) =>
    `Cette note demande un commentaire${detail(d, 'criterion')}. Écrivez en une phrase ce qui la justifie.`,
  'mark.not-applicable-refused': (d) =>
    `Ce critère ne peut pas être « sans objet »${detail(d, 'criterion')}. Donnez une note.`,
  'mark.not-on-scale': (d) =>
    `La note ${name(d, 'text', 'saisie')} n’est pas dans le barème. ${untouched} Valeurs possibles : ${listed(d, 'allowed')}.`,
  'mark.recused': (d) =>
    `${name(d, 'member', 'Ce membre')} s’est déporté de ce dossier et ne peut pas le noter. ${untouched}`,
  'mark.unknown-criterion': (d) =>
    `Le critère ${name(d, 'criterion', 'demandé')} n’est pas dans la grille. ${untouched} Vérifiez le code.`,
  'sheet.comments-required': (d) =>
    `La fiche ne peut pas être déposée : un commentaire manque sur ${listed(d, 'criteria')}. Les notes saisies sont gardées.`,
  'sheet.empty': () => 'La fiche ne contient aucune note : il n’y a rien à déposer.',
  'call.rules-invalid': (d) =>
    `Le règlement de l’appel n’est pas utilisable : ${problemsInWords(d, 'problems')}. ${untouched}`,
  'decision.amount-missing': () =>
    `Un avis favorable demande un montant. ${untouched} Saisissez le montant retenu.`,
  'decision.amount-invalid': (d) => `Le montant n’est pas utilisable${detail(d, 'reason')}. ${untouched}`,
  'decision.amount-not-allowed': () =>
    `Cet avis n’attribue pas d’argent : laissez le montant vide. ${untouched}`,
  'decision.rationale-missing': () =>
    `Cet avis demande une motivation : le fondement (règlement, critère) et les faits propres au dossier. ${untouched}`,
  'decision.reason-missing': () => `Ce choix demande une raison, qui figurera au procès-verbal. ${untouched}`,
  'envelope.exceeded': (d) =>
    `L’enveloppe${d['envelope'] === undefined ? '' : ` « ${d['envelope']} »`} serait dépassée : il reste ${money(d, 'remainingCents')} et le montant proposé est ${money(d, 'amountCents')}. ${untouched} Baissez le montant ou augmentez l’enveloppe de l’appel.`,
  'envelope.funding-sum': (d) =>
    `Les enveloppes apportent ${money(d, 'fundedCents')} pour un montant de ${money(d, 'amountCents')}. ${untouched} Répartissez exactement ce montant, chaque enveloppe une seule fois.`,
  'envelope.not-eligible': (d) =>
    `L’enveloppe ${name(d, 'envelope', 'choisie')} est réservée, et cette candidature n’y entre pas. ${untouched} Prenez une autre enveloppe, ou vérifiez le thème et le département de la candidature.`,
  'envelope.quota-exceeded': (d) =>
    `Le quota ${name(d, 'quota', 'fixé')} serait dépassé : il reste ${money(d, 'remainingCents')} et le montant proposé est ${money(d, 'amountCents')}. ${untouched} Baissez le montant.`,
  'envelope.unknown': () =>
    `Cette enveloppe ne figure pas dans le règlement de l’appel. ${untouched} Relisez la liste des enveloppes.`,
  'allocation.no-envelope': () =>
    `L’appel n’a pas d’enveloppe : tout peut être servi, il n’y a rien à optimiser. ${untouched} Indiquez le montant de l’enveloppe dans l’appel.`,
  'allocation.not-proven': () =>
    `Le meilleur total n’a pas pu être calculé avec certitude : aucune proposition n’est montrée plutôt qu’une proposition fausse. ${untouched} L’attribution par rang reste disponible.`,
  'scenario.not-draft': (d) =>
    `Le scénario ${name(d, 'name', 'choisi')} est adopté ou écarté : il ne change plus. ${untouched} Dupliquez-le pour en préparer un autre.`,
  'scenario.other-adopted': (d) =>
    `Le scénario ${name(d, 'name', 'précédent')} est déjà adopté pour cet appel. ${untouched} Écartez-le d’abord.`,
  'scenario.reason-missing': (d) =>
    `Ce scénario s’écarte du classement sans dire pourquoi : candidatures n° ${listed(d, 'numbers')}. ${untouched} Donnez une raison pour chacune, elle figurera au procès-verbal.`,
  'document.missing-items': (d) =>
    `Le document ne peut pas être produit : il manque ${listed(d, 'items')}. Les faits figés sont saufs.`,
  'document.not-for-this': (d) =>
    `Ce document n’a pas lieu d’être ici : ${value(d, 'reason', 'la candidature n’est pas dans ce cas')}. ${untouched}`,
  'document.not-kept': () =>
    `Ce document a été produit par une version antérieure, qui n’en gardait pas le contenu. ${untouched} Refaites-le depuis l’écran Documents.`,
  'document.cancelled': () =>
    'La production des documents a été arrêtée. Aucun fichier n’a été laissé ; le fichier du comité n’est pas touché.',
  'document.several': (d) =>
    `Ce fichier contient les pages de plusieurs documents : ${listed(d, 'documents')}. ${untouched} Séparez-les en un fichier par document, ou choisissez le document à qui ranger celui-ci.`,
  'document.unrecognised': () =>
    `Ce fichier ne dit pas de quel document il revient : ni numéro, ni empreinte, ni code lisible au bas de ses pages. ${untouched} Choisissez d’abord le document dans la liste, puis ajoutez le fichier.`,
  'document.nothing-returned': () =>
    `Ce fichier est celui qui est parti, sans signature ni changement : il n’y a rien à garder. ${untouched} Choisissez le fichier signé, numérisé ou corrigé.`,
  'document.too-large': (d) =>
    `Ce fichier est trop gros pour être gardé : ${value(d, 'largest', '50')} Mo au plus. ${untouched} Numérisez-le en gris, à 200 ou 300 points par pouce.`,
  'document.damaged': (d) =>
    `Ce fichier est ${value(d, 'state', 'vide ou abîmé')} : il ne s’ouvre pas. ${untouched} Numérisez ou redemandez le document, puis ajoutez le nouveau fichier.`,
  'disclosure.contact-left': (d) =>
    `L’exemplaire communicable n’a pas été produit : on y lirait encore ${listed(d, 'items')}, que personne n’a choisi de maintenir. ${untouched} Relisez les mentions proposées dans « Communication ».`,
  'template.invalid': (d) =>
    `Ce modèle ne peut pas être utilisé : ${listed(d, 'items')}. ${untouched} Corrigez-le dans Word, puis ajoutez-le de nouveau.`,
  'template.missing-values': (d) =>
    `Le document ne peut pas être produit : le modèle demande ${listed(d, 'items')}, et ce n’est pas renseigné. ${untouched} Renseignez-le, ou retirez ce champ du modèle.`,
  'template.unbalanced': (d) =>
    `Le modèle ouvre ou ferme une partie sans l’autre : ${listed(d, 'items')}. ${untouched} Corrigez-le dans Word, puis ajoutez-le de nouveau.`,
  'template.unreadable': () =>
    `Ce fichier n’est pas un document Word (.docx) qui se lise. ${untouched} Enregistrez-le dans Word au format .docx, puis ajoutez-le de nouveau.`,
  'template.protected': () =>
    `Ce fichier Word est protégé par un mot de passe. ${untouched} Ouvrez-le dans Word, retirez le mot de passe (Fichier, Informations, Protéger le document), enregistrez-le, puis ajoutez-le de nouveau.`,
  'template.too-large': (d) =>
    `Ce fichier est trop gros pour servir de modèle : ${value(d, 'largest', '64')} Mo au plus. ${untouched} Réduisez ses images dans Word, puis ajoutez-le de nouveau.`,
  'template.missing': () =>
    `Ce modèle n’existe plus dans le fichier du comité. ${untouched} Choisissez-en un autre dans « Modèles ».`,
  'minutes.step-order': (d) =>
    `Un procès-verbal est d’abord soumis, puis arrêté, puis signé, puis publié : ${value(d, 'reason', 'cette étape n’est pas la suivante')}. ${untouched}`,
  'minutes.date-order': (d) =>
    `Cette date ne convient pas : ${value(d, 'reason', 'elle précède l’étape d’avant')}. ${untouched}`,
  'proxy.already-given': (d) =>
    `${name(d, 'giver', 'Ce membre')} a déjà donné pouvoir. ${untouched} Retirez d’abord le premier.`,
  'proxy.cap': (d) =>
    `${name(d, 'holder', 'Ce membre')} porte déjà autant de pouvoirs que le permet le règlement (${value(d, 'cap', '1')}). ${untouched} Choisissez un autre mandataire.`,
  'proxy.chain': () =>
    `Un membre qui a donné pouvoir ne peut pas en recevoir. ${untouched} Choisissez un autre mandataire.`,
  'proxy.giver-present': (d) =>
    `${name(d, 'giver', 'Ce membre')} est dans la salle : son pouvoir n’a pas lieu d’être. ${untouched}`,
  'proxy.missing': () => `Il n’y a pas de pouvoir à retirer. ${untouched}`,
  'proxy.not-entitled': () =>
    `Seuls les membres en exercice à voix délibérative donnent et portent un pouvoir. ${untouched}`,
  'proxy.self': () => `Un membre ne peut pas se donner pouvoir à lui-même. ${untouched}`,
  'session.agenda-invalid': (d) =>
    `L’ordre du jour n’est pas utilisable : ${problemsInWords(d, 'problems')}. ${untouched}`,
  'session.already-open': () => `La séance est déjà ouverte. ${untouched}`,
  'session.attendance-fixed': (d) =>
    `${name(d, 'member', 'Ce membre')} a déjà pris part à la séance : notez plutôt son départ ou son retour, avec l’heure. ${untouched}`,
  'session.closed': () =>
    `La séance est close et ses faits sont figés. ${untouched} Une correction se fait par un acte rectificatif.`,
  'session.facts-missing': (d) =>
    `Le procès-verbal ne pourrait pas être complet : ${problemsInWords(d, 'missing')}. ${untouched} Complétez, puis recommencez.`,
  'session.hour-invalid': () => `L’heure n’est pas utilisable. ${untouched} Écrivez-la comme 18:05.`,
  'session.hour-order': (d) =>
    `Cette heure ${d['notAfter'] === undefined ? 'précède' : 'suit'} un fait déjà noté${detail(d, d['notAfter'] === undefined ? 'notBefore' : 'notAfter')}. ${untouched} Vérifiez l’heure.`,
  'session.incomplete': (d) =>
    `La séance ne peut pas s’ouvrir : ${problemsInWords(d, 'missing')}. ${untouched}`,
  'session.item-decided': () =>
    `Ce point est déjà décidé. ${untouched} Retirez d’abord la décision pour la corriger.`,
  'session.item-missing': () => `Ce point n’est pas à l’ordre du jour. ${untouched}`,
  'session.item-undecided': () => `Ce point n’est pas encore décidé. ${untouched}`,
  'session.member-in-room': (d) => `${name(d, 'member', 'Ce membre')} est déjà dans la salle. ${untouched}`,
  'session.member-not-in-room': (d) =>
    `${name(d, 'member', 'Ce membre')} n’est pas dans la salle. ${untouched}`,
  'session.member-unknown': () => `Ce membre n’appartient pas au comité. ${untouched}`,
  'session.no-quorum': (d) =>
    `Le quorum n’est pas atteint : ${value(d, 'counted', '?')} comptés, il en faut ${value(d, 'required', '?')}. ${untouched} Attendez un membre, ajournez le point ou convoquez de nouveau.`,
  'session.not-closable': (d) =>
    `La séance ne peut pas être close : ${[problemsInWords(d, 'missing'), listed(d, 'items')].filter((part) => part !== '').join(' : ')}. ${untouched}`,
  'session.not-closed': () =>
    `La séance n’est pas close : ses documents se font à partir des faits figés. ${untouched} Clôturez d’abord la séance.`,
  'session.not-open': () => `La séance n’est pas ouverte. ${untouched} Ouvrez-la d’abord.`,
  'decision.conditions-missing': () =>
    `Une étape franchie sous conditions dit lesquelles. ${untouched} Écrivez les conditions.`,
  'decision.already-awarded': (d) =>
    `« ${value(d, 'title', 'Cette candidature')} » a déjà reçu une aide de cet appel, en séance du ${value(d, 'date', '?')}. ${untouched} Une aide se corrige par un acte rectificatif de cette séance.`,
  'decision.departure-reason-missing': () =>
    `Cette décision s’écarte du classement. ${untouched} Écrivez-en le motif : il figurera au procès-verbal.`,
  'decision.waiting-list': () =>
    `Une inscription sur la liste complémentaire se fait par un avis favorable, sans montant. ${untouched} Effacez le montant, ou décochez la liste complémentaire.`,
  'recusal.reason-missing': () =>
    `L’appréciation d’un déport demande un motif. ${untouched} Écrivez-le : il reste dans l’historique et n’est jamais publié.`,
  'session.ballot-request': (d) =>
    `Trop peu de membres demandent ce mode de scrutin : ${value(d, 'asked', '?')} sur ${value(d, 'required', '?')} nécessaires. ${untouched} Ajoutez les demandeurs, ou votez à main levée.`,
  'session.check-unknown': () =>
    `Ce point de contrôle n’attend pas d’explication. ${untouched} Réglez-le dans la séance.`,
  'session.code-unknown': (d) =>
    `Aucune fiche de cette séance ne porte le code « ${value(d, 'code', '')} ». ${untouched} Relisez les caractères imprimés en haut de la fiche.`,
  'session.hour-missing': () => `Cette heure n’a pas été notée : il n’y a rien à corriger. ${untouched}`,
  'session.marks-sealed': () =>
    `Les notes de ce point sont scellées. ${untouched} Révélez-les avant de voter.`,
  'session.not-in-pause': () => `La séance n’est pas suspendue. ${untouched}`,
  'session.paused': () => `La séance est suspendue. ${untouched} Reprenez-la d’abord.`,
  'session.rectification-empty': () =>
    `Un acte rectificatif dit ce qu’il corrige et pourquoi. ${untouched} Écrivez le motif et le texte exact.`,
  'session.substitution-invalid': () =>
    `Ce suppléant ne peut pas siéger à cette place. ${untouched} Le titulaire doit être absent, et aucun des deux n’a encore pris part à une décision.`,
  'session.unexplained': () =>
    `Des contrôles restent ouverts sans explication. ${untouched} Réglez-les, ou écrivez pourquoi ils restent ouverts.`,
  'session.recusal-hours-missing': (d) =>
    `Notez l’heure de sortie et de retour pour ce point : ${listed(d, 'members')}. ${untouched}`,
  'session.vote-count': (d) =>
    `Le compte des voix ne tombe pas juste : ${value(d, 'counted', '?')} voix notées pour ${value(d, 'expected', '?')} votants. ${untouched} Recomptez.`,
  'session.vote-literal-reading': () =>
    'Le texte compte les abstentions dans la base : lu à la lettre, le vote ne l’emporte pas. À la présidence d’en décider ; rien n’a été modifié.',
  'session.vote-missing': () => `Ce point demande un vote. ${untouched} Saisissez les voix.`,
  'session.vote-names': () =>
    `Un scrutin public porte le nom et le sens de chaque vote. ${untouched} Complétez la liste.`,
  'session.vote-not-adopted': () =>
    `La proposition n’est pas adoptée : cet avis ne peut pas être enregistré. ${untouched} Proposez un autre avis ou un autre montant.`,
  'blob.malformed': () =>
    `La description d’une pièce jointe ne se lit pas. ${untouched} Redemandez la pièce au poste qui l’a ajoutée.`,
  'blob.too-large': (d) =>
    `Cette pièce est trop grosse pour être échangée : ${value(d, 'largest', '256')} Mo au plus. ${untouched} Réduisez-la, ou scindez-la, puis ajoutez-la de nouveau.`,
  'blob.altered': () =>
    `Une pièce jointe reçue ne correspond pas à son empreinte : elle a été écartée. ${untouched} Elle sera redemandée ; si cela se répète, reprenez-la sur le poste qui l’a ajoutée.`,
  'blob.absent': () =>
    `Cette pièce jointe n’est pas encore entière sur ce poste. Ce qui est déjà reçu est gardé. Rejoignez la salle ou le serveur pour recevoir le reste.`,
  'blob.not-cited': () =>
    `Cette pièce jointe ne se transmet pas : rien de ce que vous pouvez lire ou avez écrit ne la cite. ${untouched}`,
  'bundle.not-a-bundle': (d) =>
    `${name(d, 'path', 'Ce fichier')} n’est pas un envoi sur clé de Délibéré. ${untouched} Choisissez un fichier dont le nom finit par « .delibere-cle ».`,
  'bundle.newer-version': () =>
    `Cet envoi a été fait par une version plus récente de Délibéré. ${untouched} Mettez l’application à jour, puis importez-le de nouveau.`,
  'bundle.cut': () =>
    `L’envoi sur clé est incomplet : la clé a sans doute été retirée trop tôt. ${untouched} Exportez-le de nouveau, et attendez la fin avant de retirer la clé.`,
  'bundle.altered': () =>
    `L’envoi sur clé a été modifié ou abîmé depuis son export. Rien n’en a été repris. Demandez un nouvel export ; si cela se répète, changez de clé.`,
  'bundle.unknown-exporter': () =>
    `L’envoi sur clé vient d’un poste que ce comité ne connaît pas. Rien n’en a été repris. Vérifiez auprès de la personne qui vous l’a remis.`,
  'bundle.other-committee': () =>
    `Cet envoi sur clé est celui d’un autre comité. Rien n’en a été repris. Ouvrez le fichier de ce comité, puis importez-le de nouveau.`,
  'bundle.not-for-you': () =>
    `Cet envoi sur clé est destiné à un autre poste : celui-ci ne peut pas l’ouvrir. ${untouched} Demandez un export pour ce poste.`,
  'bundle.wrong-passphrase': () =>
    `Cette phrase n’ouvre pas l’envoi sur clé. ${untouched} Vérifiez les majuscules et le clavier, ou redemandez-la à la personne qui a fait l’export.`,
  'bundle.no-recipient': () =>
    `L’envoi sur clé n’a pas de destinataire qui puisse l’ouvrir. ${untouched} Choisissez un poste que ce comité connaît ; à une personne qui n’en a pas encore, donnez d’abord une invitation.`,
  'bundle.scope-not-declared': () =>
    `L’envoi sur clé contiendrait ce que son destinataire ne doit pas lire : il n’a pas été fait. ${untouched} Signalez-le : c’est un défaut de l’application.`,
  'bundle.too-large': (d) =>
    `L’envoi sur clé serait trop gros : ${value(d, 'largest', '2048')} Mo au plus. ${untouched} Exportez sans les pièces jointes, ou en plusieurs fois.`,
  'first-sync.malformed': () =>
    `La première copie du comité ne se lit pas. ${untouched} Recommencez ; si cela se répète, prévenez la personne qui administre le serveur.`,
  'first-sync.bad-signature': () =>
    `La première copie du comité ne vient pas de votre serveur : sa signature n’est pas valable. ${untouched} Vérifiez l’adresse du serveur.`,
  'first-sync.altered': () =>
    `La première copie du comité a été modifiée ou abîmée en chemin. ${untouched} Recommencez : ce qui était déjà vérifié est gardé.`,
  'first-sync.incomplete': () =>
    `La première copie du comité s’est interrompue. Ce qui est déjà reçu est gardé. Reprenez-la quand la connexion est revenue.`,
  'sync.alone': () =>
    `Ce fichier n’est partagé avec aucun autre poste. ${untouched} Pour le partager, ouvrez « Envoyer et recevoir » et collez l’invitation d’un serveur.`,
  'sync.already-shared': () => `Ce fichier est déjà partagé. ${untouched}`,
  'sync.awaits-copy': () =>
    `Ce poste n’a pas encore reçu tout ce qui concerne cet élément. ${untouched} Il se lit déjà ; il se modifiera après le prochain contact avec le serveur ou la salle.`,
  'sync.centre-needed': () =>
    `Il faut pour cela joindre le serveur, et il ne répond pas. ${workKept} Recommencez quand le réseau sera revenu.`,
  'sync.invitation-malformed': () =>
    `Cette invitation n’est pas lisible : il en manque peut-être un morceau. ${untouched} Recopiez-la en entier, ou demandez-en une nouvelle.`,
  'sync.must-enrol': () =>
    `Ce poste n’écrit plus sous son identité : il a été retiré, copié ou restauré. ${workKept} Demandez une nouvelle invitation à l’administrateur, puis inscrivez de nouveau ce poste.`,
  'sync.must-follow-centre': () =>
    `Ce poste suit en ce moment une salle. ${untouched} Quittez la salle ou fermez-la, puis recommencez.`,
  'sync.needs-update': () =>
    `Cet élément a été modifié par une version plus récente de Délibéré : il se lit ici, mais ne s’y modifie pas. ${untouched} Mettez ce poste à jour, puis recommencez.`,
  'sync.no-centre': () =>
    `Ce fichier n’est rattaché à aucun serveur. ${untouched} Rattachez-le d’abord, avec une invitation de l’administrateur.`,
  'sync.no-file-yet': () =>
    `Aucun fichier de comité n’a encore été mis sur ce serveur. ${untouched} Si vous êtes le secrétariat, ouvrez votre fichier et rattachez-le avec cette invitation ; sinon, attendez qu’il l’ait fait.`,
  'sync.other-committee': () =>
    `Ce serveur tient le fichier d’un autre comité. ${untouched} Vérifiez l’invitation, ou demandez une nouvelle organisation à l’administrateur.`,
  'sync.server-changed': () =>
    `Le serveur qui répond n’est pas celui que ce poste connaît : sa clé est différente. ${workKept} Ne continuez pas sans l’avis de l’administrateur.`,
  'room.already-open': () =>
    `Une salle est déjà ouverte ou rejointe depuis ce poste. ${untouched} Fermez-la ou quittez-la d’abord.`,
  'room.held-here': () =>
    `Cette salle est tenue par ce poste : elle n’est pas perdue. ${untouched} Fermez-la dans « Salle » : ce qui s’y est écrit part au serveur.`,
  'room.hub-answers': () =>
    `Le poste de la salle répond encore : prendre sa place couperait la séance en deux. ${untouched} Demandez-lui de fermer la salle, ou attendez qu’il soit arrêté.`,
  'room.none-open': () => `Aucune salle n’est ouverte ni rejointe depuis ce poste. ${untouched}`,
  'room.not-given-up': () =>
    `Le poste de cette salle est encore attendu. ${untouched} Dites d’abord qu’il ne reviendra pas, puis attendez que les autres se soient connectés au serveur.`,
  'room.not-hub': () =>
    `Cela se fait sur le poste qui a ouvert la salle. ${untouched} Allez le voir, ou demandez à qui le tient.`,
  'room.not-successor': () =>
    `Ce poste n’a pas été désigné pour prendre la suite de la salle. ${untouched} Voyez sur l’écran de la salle quels postes l’ont été.`,
  'room.right-missing': () =>
    `Ce poste n’a pas le droit d’ouvrir une salle. ${untouched} Demandez-le à l’administrateur, ou ouvrez la salle depuis le poste du secrétariat.`,
  'room.session-elsewhere': () =>
    `Cette séance est déjà tenue dans une salle ouverte par un autre poste. ${untouched} Rejoignez cette salle avec son code.`,
  'network.address-invalid': (d) =>
    `${name(d, 'address', 'Cette adresse')} n’est pas une adresse de salle. ${untouched} Recopiez-la depuis l’écran de la salle, par exemple « 192.168.1.20 ».`,
  'network.code-malformed': () =>
    `Ce code contient une erreur de frappe. Rien n’a été envoyé. Relisez les huit caractères sur l’écran de la salle.`,
  'network.device-unknown': () =>
    `La salle ne connaît pas ce poste. ${workKept} Demandez au secrétariat de l’inscrire.`,
  'network.devices-isolated': (d) =>
    `Les appareils ne se voient pas : ce réseau sépare les postes les uns des autres${detail(d, 'address')}. ${workKept} Reliez les deux postes par un câble, ou rejoignez le partage de connexion du poste de la salle, ou passez par une clé USB.`,
  'network.door-locked': (d) =>
    `La salle n’accepte plus de code : ${d.attempts === undefined ? 'trop d’' : `${d.attempts} `}essais ont échoué. ${workKept} Demandez un nouveau code au secrétariat ; les postes déjà entrés continuent.`,
  'network.guest-code-refused': () =>
    `Ce code personnel ne donne pas accès : il est mal recopié, déjà utilisé ou annulé. Demandez-en un nouveau au secrétariat.`,
  'network.invitation-malformed': () =>
    `Cette invitation est incomplète ou n’est pas une invitation de salle. Rien n’a été envoyé. Scannez-la de nouveau, ou saisissez l’adresse et le code.`,
  'network.lost': () =>
    `La liaison avec la salle est coupée. ${workKept} Elle reprendra d’elle-même ; sinon, rapprochez-vous du point d’accès.`,
  'network.no-network': () =>
    `Ce poste n’est relié à aucun réseau. ${workKept} Branchez un câble, rejoignez un Wi-Fi, ou activez le partage de connexion de ce poste.`,
  'network.nobody-answers': (d) =>
    `Personne ne répond à ${name(d, 'address', 'cette adresse')}. ${workKept} Vérifiez l’adresse sur l’écran de la salle, et que les deux postes sont sur le même réseau.`,
  'network.other-machine': (d) =>
    `Un autre appareil répond à ${name(d, 'address', 'cette adresse')} : ce n’est pas le poste de la salle. Rien ne lui a été confié. Vérifiez l’adresse et le code ; si cela continue, ce réseau n’est pas sûr : reliez les postes par un câble.`,
  'network.other-version': () =>
    `Les deux postes n’ont pas des versions de Délibéré qui se comprennent. ${workKept} Mettez à jour le plus ancien.`,
  'network.port-taken': (d) =>
    `Un autre programme de ce poste occupe déjà la place de la salle (port ${value(d, 'port', 'inconnu')}). ${untouched} Fermez l’autre fenêtre de Délibéré, ou choisissez un autre port.`,
  'network.proof-refused': () =>
    `Ce poste n’a pas pu prouver son identité à la salle. ${workKept} Recommencez ; si cela se répète, demandez au secrétariat de l’inscrire à nouveau.`,
  'network.room-closed': () =>
    `La salle est fermée : son poste est là, mais il n’accueille plus personne. ${workKept} Demandez au secrétariat de l’ouvrir.`,
  'network.wrong-code': (d) =>
    `Ce code n’est pas celui de cette salle. ${untouched} Vérifiez le code et l’adresse sur l’écran de la salle${d.attemptsLeft === undefined ? '' : ` (essais restants : ${d.attemptsLeft})`}.`,
  'wire.malformed': () =>
    `Un message reçu était abîmé et a été écarté. ${workKept} La liaison reprendra d’elle-même.`,
  'wire.too-large': () =>
    `L’envoi est trop volumineux pour passer d’un bloc. ${workKept} Si cela se répète, signalez-le avec le journal de l’application.`,
  'account.code-refused': () =>
    `Ce code d’invitation n’est pas valable : il est faux, il a déjà servi, ou sa date est passée. ${untouched} Vérifiez-le, ou demandez un nouveau code à la personne qui vous l’a donné.`,
  'account.device-known': () =>
    `Ce poste est déjà inscrit sur le serveur. ${untouched} Connectez-vous avec lui, ou demandez à la personne qui administre les accès de le retirer d’abord.`,
  'account.device-refused': () =>
    `Ce poste n’est pas inscrit sur le serveur, ou il en a été retiré. Ce qu’il contient n’est pas effacé. Demandez une nouvelle invitation à la personne qui administre les accès.`,
  'account.identity-refused': () =>
    `Le service d’identité n’a pas confirmé la connexion. ${untouched} Recommencez depuis l’application ; si cela persiste, prévenez l’administrateur.`,
  'account.identity-taken': () =>
    `Cette identité est déjà reliée à un compte de ce serveur. ${untouched} Connectez-vous avec ce compte, ou prévenez l’administrateur.`,
  'account.identity-unknown': () =>
    `Aucun compte de ce serveur n’est relié à cette identité. ${untouched} Ouvrez d’abord votre invitation, puis reliez-la à votre identité.`,
  'account.last-administrator': () =>
    `C’est le dernier administrateur de l’organisation : sans lui, plus personne ne pourrait inviter. ${untouched} Nommez d’abord un autre administrateur.`,
  'account.not-allowed': () =>
    `Vos mandats ne permettent pas cette action. ${untouched} Adressez-vous à la personne qui administre les accès.`,
  'account.proof-refused': () =>
    `Ce poste n’a pas prouvé qu’il détient sa clé. ${untouched} Recommencez ; si cela persiste, vérifiez l’heure du poste, puis prévenez l’administrateur.`,
  'account.signed-out': () =>
    `La connexion au serveur n’est plus valable. Votre travail reste sur ce poste. Connectez-vous de nouveau.`,
  'server.act-refused': () =>
    `Les règles du comité ne permettent pas cela en ce moment. ${untouched} Regardez où en sont la séance et les postes, puis recommencez.`,
  'server.address-invalid': (d) =>
    `${name(d, 'address', 'Cette adresse')} n’est pas une adresse de serveur. ${untouched} Collez l’invitation entière, ou une adresse comme « https://delibere.exemple.fr ».`,
  'server.busy': () =>
    `Le serveur a reçu trop de demandes de cette adresse ou de ce poste. Votre travail reste sur ce poste. Attendez une minute, puis recommencez.`,
  'server.failed': (d) =>
    `Le serveur a rencontré une difficulté imprévue${detail(d, 'incident')}. Votre travail reste sur ce poste. Recommencez ; si cela persiste, donnez ce numéro à l’administrateur.`,
  'server.lost': () => `La liaison avec le serveur est coupée. ${workKept} Elle reprendra d’elle-même.`,
  'server.no-such-address': () =>
    `Cette adresse n’existe pas sur ce serveur. ${untouched} Vérifiez l’adresse que l’administrateur vous a donnée.`,
  'server.not-founded': () =>
    `Cette organisation n’a pas encore de fichier sur le serveur. ${untouched} Le secrétariat doit d’abord y rattacher le sien.`,
  'server.other-machine': (d) =>
    `Ce qui répond${at(d)} n’a pas prouvé être votre serveur : sa clé ou son certificat n’est pas celui attendu. Rien ne lui a été confié. Collez l’invitation entière ; si cela continue, prévenez la personne qui administre le serveur.`,
  'server.other-version': () =>
    `Ce poste et le serveur n’ont pas des versions de Délibéré qui se comprennent. ${workKept} Mettez ce poste à jour ; si cela continue, prévenez la personne qui administre le serveur.`,
  'server.silent': (d) =>
    `Le serveur ne répond pas${at(d)}. ${workKept} Vérifiez l’adresse et le réseau ; s’il est seulement arrêté, recommencez plus tard.`,
  'server.too-large': () =>
    `L’envoi est trop volumineux pour le serveur. Votre travail reste sur ce poste. Procédez en plusieurs fois.`,
  'server.unavailable': () =>
    `Le serveur ne peut pas répondre pour le moment. Votre travail reste sur ce poste, et partira plus tard. Recommencez dans quelques minutes.`,
  'view.not-allowed': () =>
    `Le poste est confié à un membre : cela revient au secrétariat. ${untouched} Rendez-lui le poste avec la phrase secrète.`,
}

const brokenLog = (what: string, details: Details): string =>
  `Le fichier n’est pas conforme : ${what}${detail(details, 'position')}. Il reste lisible. Gardez-en une copie et ouvrez une sauvegarde.`

const value = (details: Details, key: string, otherwise: string): string => String(details[key] ?? otherwise)

const name = (details: Details, key: string, otherwise: string): string =>
  details[key] === undefined ? otherwise : `« ${details[key]} »`

const at = (details: Details): string =>
  details.address === undefined ? '' : ` à l’adresse « ${details.address} »`

const detail = (details: Details, key: string): string =>
  details[key] === undefined ? '' : ` (${details[key]})`

function problemsInWords(details: Details, key: string): string {
  const problems = details[key]
  return Array.isArray(problems) ? problems.map(problemInWords).join(', ') : ''
}

function listed(details: Details, key: string): string {
  const items = details[key]
  return Array.isArray(items) ? items.join(', ') : String(items ?? '')
}

function money(details: Details, key: string): string {
  const amount = Number(details[key] ?? 0)
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(amount / 100)
}
