import type { z } from 'zod'
import type { Label } from './text.ts'

const say = (fr: string, en: string): Label => ({ fr, en })

/** What a refusal of our own says, by the word the schema gives it. */
const own: Record<string, Label> = {
  nothingToRead: say('Ce texte ne montre rien : écrivez-le.', 'This text shows nothing: write it.'),
  spacesDoNotCount: say(
    'Au moins 8 caractères, sans compter les espaces du début et de la fin.',
    'At least 8 characters, not counting spaces at either end.',
  ),
  unacceptableCharacters: say(
    'Ce texte contient des caractères de contrôle ; retirez-les.',
    'This text contains control characters; remove them.',
  ),
  days: say(
    'Inscrivez un nombre de jours positif, avec au plus une décimale : 12,5.',
    'Enter a positive number of days with at most one decimal: 12.5.',
  ),
  items: say('Inscrivez un nombre entier d’unités : 4.', 'Enter a whole number of items: 4.'),
  rate: say(
    'Inscrivez un taux positif, avec au plus huit décimales : 1,5234.',
    'Enter a positive rate with at most eight decimals: 1.5234.',
  ),
  currencyNotCad: say('Une autre devise que le dollar canadien.', 'A currency other than the Canadian dollar.'),
  amount: say('Inscrivez un montant en chiffres : 1 250,00.', 'Enter an amount in digits: 1250.00.'),
  positive: say('Le montant doit être supérieur à zéro.', 'The amount must be above zero.'),
  minorUnits: say('Trop de décimales pour cette devise.', 'Too many decimals for this currency.'),
  currency: say('Devise inconnue ; utilisez un code ISO 4217.', 'Unknown currency; use an ISO 4217 code.'),
  country: say('Pays inconnu (ISO 3166-1, deux lettres).', 'Unknown country (ISO 3166-1, two letters).'),
  countryOfScope: say(
    'Indiquez un pays pour la portée « un pays », et aucun pour les autres.',
    'Give a country for the scope “country”, and none for the others.',
  ),
  oneQuantity: say(
    'Indiquez un montant, des jours ou des unités : un seul des trois.',
    'Give an amount, days or items: one of the three.',
  ),
  receiptOrReason: say(
    'Joignez la pièce justificative, ou dites pourquoi elle manque.',
    'Attach the receipt, or say why there is none.',
  ),
  personOrReason: say(
    'Nommez la personne, ou dites pourquoi il n’y en a pas.',
    'Name the person, or say why there is none.',
  ),
  evidenceOrReason: say(
    'Un motif dit pourquoi la pièce ou la personne manque : retirez l’un des deux.',
    'A reason says why the receipt or the person is missing: remove one of the two.',
  ),
  personOfDays: say('Une personne se nomme pour des jours.', 'A person is named for days.'),
  personFirst: say('Nommez d’abord la personne.', 'Name the person first.'),
  moreThanPeriod: say('La période compte moins de jours.', 'The period holds fewer days.'),
  endAfterStart: say('La fin doit suivre le début.', 'The end must not precede the start.'),
  targetAboveBaseline: say('La cible doit dépasser la valeur de référence.', 'The target must be above the baseline.'),
  conditionsRequired: say('Inscrivez au moins une condition.', 'Write at least one condition.'),
  redirectedToRequired: say(
    'Nommez l’organisme vers lequel la demande est réorientée.',
    'Name the body the request is redirected to.',
  ),
  lineReturned: say(
    'Une question sur une ligne retourne toute la demande.',
    'A question on a line returns the whole request.',
  ),
  aboveNeedsUnit: say('Un seuil dit ce qu’il compte.', 'A threshold says what it counts.'),
  limitRuleRequired: say(
    'Il faut une règle qui vaut pour toute demande, signée dans les limites.',
    'One rule must hold for every request, signed within the limits.',
  ),
  dayRange: say('Choisissez un jour de 1900 à 2199.', 'Choose a day from 1900 to 2199.'),
  fiveYears: say('Au plus cinq ans.', 'Five years at most.'),
  oneYear: say('Au plus un an.', 'One year at most.'),
  lineTwice: say('Cette ligne est donnée deux fois.', 'This line is given twice.'),
  daysPerWeek: say(
    'Inscrivez de 0,1 à 5 jours par semaine, avec au plus une décimale.',
    'Enter 0.1 to 5 days a week, with at most one decimal.',
  ),
  language: say('Utilisez un code de langue ISO 639-1, deux lettres.', 'Use an ISO 639-1 language code, two letters.'),
  personOrProfile: say('Nommez une personne ou un profil.', 'Name a person or a profile.'),
  missionOrBooking: say(
    'Indiquez une mission ou une réservation, pas les deux.',
    'Give a mission or a booking, not both.',
  ),
  reasonRequired: say('Donnez un motif.', 'Give a reason.'),
  oneNeighbour: say('Indiquez une seule voisine.', 'Name one neighbour only.'),
  organizationsForTheirAudience: say(
    'Nommez les organisations quand le fichier leur est destiné, et seulement alors.',
    'Name organizations when the file is for them, and only then.',
  ),
  audienceBeyondClassification: say(
    'Ce classement n’admet pas ces lecteurs : choisissez un classement plus ouvert, ou moins de lecteurs.',
    'This classification does not allow these readers: choose a more open one, or fewer readers.',
  ),
  organizationForOrganizationShare: say(
    'Un partage avec une organisation la nomme ; un lien n’en nomme aucune.',
    'A share with an organization names it; a link names none.',
  ),
}

const tooSmall = (issue: z.core.$ZodIssueTooSmall) => {
  if (issue.origin === 'string') {
    return issue.minimum === 1
      ? say('Ce champ est requis.', 'This field is required.')
      : say(`Écrivez au moins ${issue.minimum} caractères.`, `Write at least ${issue.minimum} characters.`)
  }
  return issue.origin === 'array'
    ? say(`Il en faut au moins ${issue.minimum}.`, `At least ${issue.minimum} needed.`)
    : say(`La valeur minimale est ${issue.minimum}.`, `The lowest value is ${issue.minimum}.`)
}

const tooBig = (issue: z.core.$ZodIssueTooBig) => {
  if (issue.origin === 'string') {
    return say(`Au plus ${issue.maximum} caractères.`, `At most ${issue.maximum} characters.`)
  }
  return issue.origin === 'array'
    ? say(`Au plus ${issue.maximum} éléments.`, `At most ${issue.maximum} items.`)
    : say(`La valeur maximale est ${issue.maximum}.`, `The highest value is ${issue.maximum}.`)
}

const wrongType = (issue: z.core.$ZodIssueInvalidType) =>
  issue.input === undefined || issue.input === null
    ? say('Ce champ est requis.', 'This field is required.')
    : say('Le type de cette valeur ne convient pas.', 'This value has the wrong type.')

const formats: Record<string, Label> = {
  uuid: say('Identifiant inconnu.', 'Unknown identifier.'),
  date: say('Inscrivez une date existante : AAAA-MM-JJ.', 'Enter a date that exists: YYYY-MM-DD.'),
  email: say('Adresse électronique incomplète.', 'Incomplete e-mail address.'),
}

const tooLittleSaid = (letters: number) =>
  say(
    `Dites-le en ${letters} lettres ou chiffres au moins ; espaces et ponctuation ne comptent pas.`,
    `Say it in at least ${letters} letters or digits; spaces and punctuation do not count.`,
  )

const wrongValue = say('Cette valeur ne convient pas.', 'This value is not acceptable.')

const byCode = (issue: z.core.$ZodIssue): Label | undefined => {
  if (issue.code === 'invalid_type') return wrongType(issue)
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'custom' && typeof issue.params?.letters === 'number') return tooLittleSaid(issue.params.letters)
  if (issue.code === 'invalid_format') return formats[issue.format]
  if (issue.code !== 'invalid_value') return undefined
  return say(`Choisissez parmi : ${issue.values.join(', ')}.`, `Choose one of: ${issue.values.join(', ')}.`)
}

/** One validation fault in both languages: what is wrong and how to mend it. */
export const messageOf = (issue: z.core.$ZodIssue): Label => own[issue.message] ?? byCode(issue) ?? wrongValue
