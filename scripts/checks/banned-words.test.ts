import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../services/paths.ts'
import type { Language } from '../../lib/views/language.ts'
import { bannedWordFaults, bannedWordsOf } from './banned-words.ts'

const words = bannedWordsOf(readFileSync(join(ROOT, 'lib/i18n/banned-words.json'), 'utf8'))
const found = (language: Language, message: string, namespace = 'devices') =>
  bannedWordFaults(language, { [namespace]: { title: message } }, words).map(({ says }) => says)

describe('a banned word', () => {
  test.each<[Language, string, string]>([
    ['en', 'You are acting as Sven.', 'acting as'],
    ['en', 'Back to the trail', 'trail'],
    ['en', 'Put back', 'Put back'],
    ['en', 'All deeds of a day', 'deeds'],
    ['en', 'Somebody else changed this.', 'Somebody'],
    ['en', '14 people', 'people'],
    ['en', 'Choose another person.', 'person'],
    ['en', 'Sign in anew.', 'anew'],
    ['en', 'Sent there besides', 'besides'],
    ['en', 'Put in force', 'in force'],
    ['en', 'What stands there now', 'stands there'],
    ['en', 'Export what is held', 'held'],
    ['en', 'Your telephone provider', 'telephone'],
    ['en', 'SIP user name', 'user name'],
    ['en', 'Saving ...', '...'],
    ['en', 'Saving …', ' …'],
    ['en', 'Would be again', 'Would be again'],
    ['en', 'Nothing of it is published.', 'of it'],
    ['en', 'Take away a filter', 'Take away'],
    ['en', 'Sent by mail', 'mail'],
    ['en', 'Choose a picture', 'picture'],
    ['en', 'Please try again.', 'Please'],
    ['en', 'It cannot be deleted.', 'cannot'],
    ['en', "It can't be deleted.", "n't"],
    ['en', 'Go live', 'Go live'],
    ['en', 'Empty: as the account above it.', 'account above'],
    ['de', 'Neues Kennwort', 'Kennwort'],
    ['de', 'Durchwahl', 'Durchwahl'],
    ['de', 'Handeln als Sven', 'Handeln als'],
    ['es', 'Actuar como Sven', 'Actuar como'],
    ['es', 'Guardando …', ' …'],
    ['fr', 'Agir en tant que Sven', 'Agir en tant que'],
    ['fr', 'Enregistrement...', '...'],
  ])('is found in %s: “%s”', (language, message, word) => {
    expect(found(language, message).join('\n')).toContain(`devices.title says “${word}”`)
  })

  test('is reported with its file and its replacement', () => {
    expect(bannedWordFaults('en', { audit: { event: { back: 'Back to the trail' } } }, words)).toEqual([
      { path: 'lib/i18n/en/audit.json', says: 'audit.event.back says “trail”; write audit log' },
    ])
  })

  test('is banned only where it means something else', () => {
    expect(found('en', 'Night', 'brand')).toHaveLength(1)
    expect(found('en', '{days, plural, one {# day} other {# days}} left', 'trial')).toEqual([])
    expect(found('de', 'Primärfarbe bei Nacht', 'brand')).toHaveLength(1)
  })

  test('is not found inside another word, a placeholder or its replacement', () => {
    for (const message of [
      'Send an e-mail to {mail}',
      '{person} started a trial',
      '<people>Users</people>',
      'Do not disturb',
      'PUT /v2/accounts/…/reseller',
      'An everyday username for the retrial',
    ])
      expect(found('en', message), message).toEqual([])
  })
})
