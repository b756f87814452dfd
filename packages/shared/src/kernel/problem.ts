import { z } from 'zod'
import type { Label } from './text.ts'

/** Every problem the API can answer, once: its status and its title. The code is the last part of `type` (RFC 9457). */
export const problems = {
  'foreign-origin': { status: 403, title: { fr: 'Origine refusée', en: 'Origin refused' } },
  'unsupported-media-type': { status: 415, title: { fr: 'Type de contenu refusé', en: 'Content type refused' } },
  'not-signed-in': { status: 401, title: { fr: 'Connexion requise', en: 'Sign-in required' } },
  'wrong-credentials': {
    status: 401,
    title: { fr: 'Adresse ou mot de passe inexact', en: 'Wrong e-mail or password' },
  },
  'closed-to-role': {
    status: 403,
    title: { fr: 'Opération réservée à d’autres rôles', en: 'Operation closed to your role' },
  },
  'not-found': { status: 404, title: { fr: 'Introuvable', en: 'Not found' } },
  'precondition-required': { status: 428, title: { fr: 'Version requise', en: 'Version required' } },
  'malformed': { status: 400, title: { fr: 'Demande illisible', en: 'Unreadable request' } },
  'invalid': { status: 400, title: { fr: 'Des champs sont à corriger', en: 'Some fields need correction' } },
  'idempotency-key-required': {
    status: 400,
    title: { fr: 'Clé d’idempotence requise', en: 'Idempotency key required' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { fr: 'Clé d’idempotence déjà utilisée', en: 'Idempotency key already used' },
  },
  'too-large': { status: 413, title: { fr: 'Contenu trop volumineux', en: 'Content too large' } },
  'stale-version': {
    status: 412,
    title: { fr: 'La fiche a changé entre-temps', en: 'The record has changed meanwhile' },
  },
  'separation-of-duties': { status: 409, title: { fr: 'Séparation des tâches', en: 'Separation of duties' } },
  'gate-failed': { status: 409, title: { fr: 'Des conditions ne sont pas remplies', en: 'Some gates are not met' } },
  'no-such-transition': { status: 409, title: { fr: 'Passage impossible', en: 'No such transition' } },
  'suspended': { status: 409, title: { fr: 'Programme suspendu', en: 'Program suspended' } },
  'wrong-state': {
    status: 409,
    title: { fr: 'L’état de la fiche ne le permet pas', en: 'The state of the record does not allow it' },
  },
  'already-decided': { status: 409, title: { fr: 'Déjà décidé', en: 'Already decided' } },
  'over-limit': { status: 409, title: { fr: 'Au-delà de votre délégation', en: 'Above your delegated limit' } },
  'ceiling-exceeded': { status: 409, title: { fr: 'Le plafond serait dépassé', en: 'The ceiling would be exceeded' } },
  'limit-reached': { status: 409, title: { fr: 'Limite atteinte', en: 'Limit reached' } },
  'conflict': { status: 409, title: { fr: 'Conflit', en: 'Conflict' } },
  'too-many-attempts': { status: 429, title: { fr: 'Trop de tentatives', en: 'Too many attempts' } },
  'busy': { status: 503, title: { fr: 'Momentanément occupé', en: 'Busy for a moment' } },
  'internal': { status: 500, title: { fr: 'Erreur du serveur', en: 'Server error' } },
} as const satisfies Record<string, { status: number; title: Label }>

export type ProblemCode = keyof typeof problems

/** The body of every refusal (RFC 9457, `application/problem+json`). */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

export const problemType = (code: ProblemCode) => `/problems/${code}`
