'use server'
import { redirect } from 'next/navigation'
import { findAccountChoices } from '../domain/custom-domain/account.ts'
import { addDomain, choosePrimary, removeDomain, tieDomain } from '../domain/custom-domain/edit.ts'
import type { AccountChoices, DomainFlash } from '../views/custom-domain.ts'
import type { AddDomainField, TieDomainField } from '../views/custom-domain-form.ts'
import type { Answer, FormAction } from '../views/form.ts'
import { accountTextInput, addDomainInput, hostInput, primaryInput, tieDomainInput } from './domain-input.ts'
import { formAction, readAction } from '../web/form-action.ts'

/** Redirects to the domain's page, which says what was done. */
function backToDomain(host: string, flash: DomainFlash): never {
  return redirect(`/brand/domains/${host}?done=${flash}`)
}

/** Adds a domain, which its DNS then has to prove. */
export const addDomainAction: FormAction<AddDomainField> = formAction(
  addDomainInput,
  async (viewer, { host }) => backToDomain(await addDomain(viewer, host), 'added'),
)

/** Makes links use a domain, or the portal's own host again. */
export const choosePrimaryAction: FormAction<'host' | 'primary'> = formAction(
  primaryInput,
  async (viewer, { host, primary }) => {
    await choosePrimary(viewer, primary === 'on' ? host : null)
    return backToDomain(host, primary === 'on' ? 'primary' : 'portal')
  },
)

/** Limits a domain to one account, or to none. */
export const tieDomainAction: FormAction<TieDomainField> = formAction(
  tieDomainInput,
  async (viewer, { host, account }) => {
    await tieDomain(viewer, host, account)
    return backToDomain(host, account === '' ? 'all' : 'account')
  },
)

/** Removes a domain at once. */
export const removeDomainAction: FormAction<'host'> = formAction(hostInput, async (viewer, { host }) => {
  await removeDomain(viewer, host)
  return redirect('/brand/domains?done=removed')
})

/** Lists accounts to choose from. */
export const findAccountChoicesAction: (text: string) => Promise<Answer<AccountChoices>> = async (text) =>
  readAccountChoices(text)

const readAccountChoices = readAction(accountTextInput, findAccountChoices)
